#include "people/identity_code.hpp"

#include <algorithm>
#include <optional>

namespace peergroup::people {

namespace {

constexpr std::string_view check_characters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

std::string tidied(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    std::string tidy(text);
    for (char& character : tidy)
        if (character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
    return tidy;
}

// The minus sign and the en dash, in UTF-8.
bool has_unicode_dash(std::string_view text) {
    return text.find("\u2212") != std::string_view::npos || text.find("\u2013") != std::string_view::npos;
}

std::optional<int> century_of(char separator) {
    if (separator == '+') return 1800;
    if (separator == '-' || (separator >= 'U' && separator <= 'Y')) return 1900;
    if (separator >= 'A' && separator <= 'F') return 2000;
    return std::nullopt;
}

int number_at(std::string_view text, std::size_t start, std::size_t length) {
    int number = 0;
    for (const char digit : text.substr(start, length))
        number = number * 10 + (digit - '0');
    return number;
}

} // namespace

std::string_view code_of(IdentityCodeFault fault) {
    switch (fault) {
    case IdentityCodeFault::length:
        return "identity-code.length";
    case IdentityCodeFault::unicode_dash:
        return "identity-code.dash";
    case IdentityCodeFault::digits:
        return "identity-code.digits";
    case IdentityCodeFault::separator:
        return "identity-code.separator";
    case IdentityCodeFault::date:
        return "identity-code.date";
    case IdentityCodeFault::future:
        return "identity-code.future";
    case IdentityCodeFault::serial:
        return "identity-code.serial";
    case IdentityCodeFault::temporary:
        return "identity-code.temporary";
    case IdentityCodeFault::check_set:
        return "identity-code.check-character";
    case IdentityCodeFault::check:
        break;
    }
    return "identity-code.check";
}

std::variant<IdentityCode, IdentityCodeFault> IdentityCode::parse(std::string_view given, const Policy& policy) {
    const std::string text = tidied(given);
    if (has_unicode_dash(text)) return IdentityCodeFault::unicode_dash;
    if (text.size() != 11) return IdentityCodeFault::length;
    if (!std::all_of(text.begin(), text.begin() + 6, is_digit) || !std::all_of(text.begin() + 7, text.begin() + 10, is_digit))
        return IdentityCodeFault::digits;
    const std::optional<int> century = century_of(text[6]);
    if (!century) return IdentityCodeFault::separator;
    const auto born = calendar::Date::of(*century + number_at(text, 4, 2), static_cast<unsigned>(number_at(text, 2, 2)),
                                         static_cast<unsigned>(number_at(text, 0, 2)));
    if (!born) return IdentityCodeFault::date;
    if (check_characters.find(text[10]) == std::string_view::npos) return IdentityCodeFault::check_set;
    const int serial = number_at(text, 7, 3);
    if (check_characters[static_cast<std::size_t>((number_at(text, 0, 6) * 1000 + serial) % 31)] != text[10])
        return IdentityCodeFault::check;
    if (*born > policy.today) return IdentityCodeFault::future;
    if (serial < 2) return IdentityCodeFault::serial;
    if (serial >= 900 && !policy.allow_temporary) return IdentityCodeFault::temporary;
    return IdentityCode(text, *born);
}

} // namespace peergroup::people
