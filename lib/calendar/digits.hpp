#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::calendar {

/// The number that one to nine ASCII digits spell, leading zeros allowed; nothing for any other text.
constexpr std::optional<int> parse_digits(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    int number = 0;
    for (const char character : text) {
        if (character < '0' || character > '9') return std::nullopt;
        number = number * 10 + (character - '0');
    }
    return number;
}

/// Appends a number that is not negative, with zeros in front up to `width` digits.
inline void append_digits(std::string& text, int number, std::size_t width) {
    const std::size_t end = text.size() + width;
    text.resize(end, '0');
    for (std::size_t at = end; at > end - width; number /= 10)
        text[--at] = static_cast<char>('0' + number % 10);
}

} // namespace peergroup::calendar
