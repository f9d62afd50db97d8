#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace peergroup::store {

/// Bytes that are not text.
struct Blob {
    std::string_view bytes;
};

/// A value on its way into a statement. Text and blobs are copied when they are bound.
class Binding {
public:
    Binding(std::nullopt_t) {}
    Binding(std::string_view text) : value_(text) {}
    Binding(const std::string& text) : value_(std::string_view(text)) {}
    Binding(const char* text) : value_(std::string_view(text)) {}
    Binding(Blob blob) : value_(blob) {}
    template <std::integral Integer> Binding(Integer number) : value_(static_cast<std::int64_t>(number)) {}
    template <class T> Binding(const std::optional<T>& value) : value_(value ? Binding(*value).value_ : decltype(value_){}) {}

    const std::variant<std::monostate, std::int64_t, std::string_view, Blob>& value() const { return value_; }

private:
    std::variant<std::monostate, std::int64_t, std::string_view, Blob> value_;
};

/// NULL for an empty text, a zero number.
inline std::optional<std::string_view> text_or_null(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}
inline std::optional<std::int64_t> number_or_null(std::int64_t number) {
    return number == 0 ? std::nullopt : std::optional(number);
}

/// One row of an answer. It owns its values, so it outlives the statement.
class Row {
public:
    /// Whether the column holds a value at all.
    bool has(std::size_t column) const { return values_.at(column).index() != 0; }
    /// The whole number; throws std::bad_variant_access when the column holds text or nothing: a bug in the query's reader.
    std::int64_t integer(std::size_t column) const { return std::get<std::int64_t>(values_.at(column)); }
    std::optional<std::int64_t> maybe_integer(std::size_t column) const {
        return has(column) ? std::optional(integer(column)) : std::nullopt;
    }
    const std::string& text(std::size_t column) const { return std::get<std::string>(values_.at(column)); }
    std::optional<std::string> maybe_text(std::size_t column) const {
        return has(column) ? std::optional(text(column)) : std::nullopt;
    }
    /// The text, or an empty one for NULL.
    std::string text_or_empty(std::size_t column) const { return has(column) ? text(column) : std::string(); }

private:
    friend class Statement;
    std::vector<std::variant<std::monostate, std::int64_t, std::string>> values_;
};

} // namespace peergroup::store
