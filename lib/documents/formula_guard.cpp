#include "documents/formula_guard.hpp"

#include <algorithm>
#include <array>

namespace peergroup::documents {

namespace {

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

/// Digits and blanks only behind the plus: `+358-40-1` would be calculated.
bool is_phone_number(std::string_view text) {
    return text.size() > 1 && text[0] == '+' && is_digit(text[1]) &&
           std::all_of(text.begin() + 1, text.end(), [](char character) { return is_digit(character) || character == ' '; });
}

bool is_plain_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t mark = std::min(text.find_first_of(".,"), text.size());
    const std::string_view whole = text.substr(0, mark);
    const std::string_view decimals = mark < text.size() ? text.substr(mark + 1) : "0";
    return !whole.empty() && !decimals.empty() && std::all_of(whole.begin(), whole.end(), is_digit) &&
           std::all_of(decimals.begin(), decimals.end(), is_digit);
}

bool starts_formula(std::string_view text) {
    // The last four are = + - @ in full width, which some spreadsheets take for the same.
    constexpr std::array<std::string_view, 11> starts = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

} // namespace

bool needs_formula_guard(std::string_view text) {
    // Apostrophes in front count too: otherwise one of the text's own would be taken off as a guard when it is read again.
    const std::string_view bare = text.substr(std::min(text.find_first_not_of('\''), text.size()));
    return starts_formula(bare) && !is_phone_number(bare) && !is_plain_number(bare);
}

std::string guard_formula(std::string_view text) {
    return needs_formula_guard(text) ? '\'' + std::string(text) : std::string(text);
}

std::string_view unguard_formula(std::string_view text) {
    return text.starts_with('\'') && needs_formula_guard(text) ? text.substr(1) : text;
}

} // namespace peergroup::documents
