#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

/// Lets doctest print the containers that it would otherwise show as {?}.
namespace doctest {

template <class T> struct StringMaker<std::optional<T>> {
    static String convert(const std::optional<T>& value) { return value ? toString(*value) : String("(none)"); }
};

template <class T> struct StringMaker<std::vector<T>> {
    static String convert(const std::vector<T>& values) {
        String text = "[";
        for (const T& value : values) {
            if (text.size() > 1) text += ", ";
            text += toString(value);
        }
        return text + "]";
    }
};

} // namespace doctest
