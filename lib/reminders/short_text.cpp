#include "reminders/short_text.hpp"

#include "language/steering.hpp"
#include "language/utf8.hpp"

#include <algorithm>
#include <utility>

namespace peergroup::reminders {

namespace {

/// How many units fit into a message that is alone, and into each of several.
struct Room {
    int alone;
    int each;
};

constexpr Room seven_bits{160, 153};
constexpr Room two_bytes{70, 67};

// GSM 03.38 (3GPP TS 23.038), section 6.2.1: the default alphabet besides what it shares with ASCII, and its extension.
constexpr std::u32string_view beyond_ascii = U"£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";
constexpr std::u32string_view extension = U"^{}\\[~]|€\f";

/// Units of 7 bits that a character takes; 0 where the alphabet lacks it.
int seven_bit_units(char32_t character) {
    if (extension.find(character) != std::u32string_view::npos) return 2;
    if (character == U'\n' || character == U'\r') return 1;
    if (character == U'`') return 0;
    const bool shared = character >= U' ' && character <= U'z';
    return shared || beyond_ascii.find(character) != std::u32string_view::npos ? 1 : 0;
}

int utf16_units(char32_t character) {
    return character > 0xFFFF ? 2 : 1;
}

template <class Units> int segments(std::string_view text, Room room, Units units) {
    int total = 0;
    int full = 1;
    int used = 0; // of the last one, where there are several
    while (!text.empty()) {
        const language::DecodedCharacter character = language::decode_character(text);
        text.remove_prefix(character.length);
        const int size = units(character.code_point);
        total += size;
        if (used + size > room.each) {
            ++full;
            used = 0;
        }
        used += size;
    }
    return total <= room.alone ? std::min(total, 1) : full;
}

bool fits_seven_bits(std::string_view text) {
    while (!text.empty()) {
        const language::DecodedCharacter character = language::decode_character(text);
        if (seven_bit_units(character.code_point) == 0) return false;
        text.remove_prefix(character.length);
    }
    return true;
}

std::string without_outer_space(std::string text) {
    constexpr std::string_view space = " \n\t";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

} // namespace

PhoneNumber::PhoneNumber(std::string text) : text_(std::move(text)) {}

std::optional<PhoneNumber> PhoneNumber::parse(std::string_view text) {
    const bool worldwide = text.starts_with('+');
    std::string digits;
    for (const char character : text.substr(worldwide ? 1 : 0)) {
        const bool passed_over = character == ' ' || character == '-' || character == '(' || character == ')';
        if (character >= '0' && character <= '9')
            digits += character;
        else if (!passed_over)
            return std::nullopt;
    }
    if (!worldwide) {
        if (digits.starts_with("00"))
            digits.erase(0, 2);
        else if (digits.starts_with('0'))
            digits.replace(0, 1, "358");
        else
            return std::nullopt;
    }
    if (digits.size() < 7 || digits.size() > 15 || digits.front() == '0') return std::nullopt;
    return PhoneNumber("+" + digits);
}

std::string short_text(std::string_view text) {
    std::string cleaned;
    while (!text.empty()) {
        const language::DecodedCharacter character = language::decode_character(text);
        if (character.code_point == U'\r' || character.code_point == U'\n') {
            cleaned += '\n';
            text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
            continue;
        }
        if (!character.valid)
            cleaned += "\uFFFD";
        else if (!language::steers(character.code_point))
            cleaned += text.substr(0, character.length);
        text.remove_prefix(character.length);
    }
    return without_outer_space(std::move(cleaned));
}

int count_segments(std::string_view text) {
    return fits_seven_bits(text) ? segments(text, seven_bits, seven_bit_units) : segments(text, two_bytes, utf16_units);
}

} // namespace peergroup::reminders
