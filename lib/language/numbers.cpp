#include "language/numbers.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <string_view>

namespace peergroup::language {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

/// Puts the language's separator between each three of a row of digits, counted from its end.
std::string group(Language language, std::string_view digits) {
    const std::string_view separator = language == Language::en ? "," : no_break_space;
    std::string text;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && (digits.size() - at) % 3 == 0) text += separator;
        text += digits[at];
    }
    return text;
}

} // namespace

std::string whole_number(Language language, std::int64_t number) {
    const std::string digits = std::to_string(number);
    const bool negative = digits.front() == '-';
    return (negative ? "-" : "") + group(language, std::string_view(digits).substr(negative ? 1 : 0));
}

std::string decimal(Language language, double number, int decimals) {
    if (decimals < 0 || decimals > 9) throw std::out_of_range("0 to 9 decimals");
    const std::string plain = fmt::format("{:.{}f}", number, decimals);
    const bool negative = plain.front() == '-' && plain.find_first_of("123456789") != std::string::npos; // never -0.0
    const std::string_view unsigned_part = std::string_view(plain).substr(plain.front() == '-' ? 1 : 0);
    const std::size_t point = unsigned_part.find('.');
    std::string text = (negative ? "-" : "") + group(language, unsigned_part.substr(0, point));
    if (point == std::string_view::npos) return text;
    text += language == Language::en ? '.' : ',';
    return text.append(unsigned_part.substr(point + 1));
}

std::string percent(Language language, std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return {};
    // The remainder alone is multiplied, so that large counts do not overflow.
    const std::int64_t rounded = part / whole * 100 + (part % whole * 200 + whole) / (2 * whole);
    return whole_number(language, rounded).append(language == Language::en ? "" : no_break_space).append("%");
}

} // namespace peergroup::language
