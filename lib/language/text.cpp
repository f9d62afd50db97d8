#include "language/text.hpp"

#include "language/steering.hpp"
#include "language/utf8.hpp"

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace peergroup::language {
namespace {

constexpr std::string_view replacement = "\uFFFD";

char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lower_ascii(std::string_view text) {
    std::string lowered(text);
    std::ranges::transform(lowered, lowered.begin(), small);
    return lowered;
}

bool is_white_space(char32_t code_point) {
    if (code_point < 0x80) return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
    return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0;
}

std::string collapse_white_space(std::string_view text) {
    std::string collapsed;
    bool gap = false;
    while (!text.empty()) {
        const DecodedCharacter character = decode_character(text);
        if (is_white_space(character.code_point)) {
            gap = !collapsed.empty();
        } else {
            if (gap) collapsed += ' ';
            gap = false;
            collapsed.append(text.substr(0, character.length));
        }
        text.remove_prefix(character.length);
    }
    return collapsed;
}

std::size_t width_of(char32_t code_point) {
    if (code_point >= 0x20 && code_point < 0x7F) return 1;
    constexpr char32_t soft_hyphen = 0xAD; // a format character that terminals show
    if (code_point == soft_hyphen) return 1;
    const auto character = static_cast<UChar32>(code_point);
    const std::uint32_t unseen = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
    if ((U_MASK(u_charType(character)) & unseen) != 0) return 0;
    const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

/// ICU would hand bytes that are no UTF-8 through as they are.
std::string repair(std::string_view text) {
    std::string repaired;
    while (!text.empty()) {
        const DecodedCharacter character = decode_character(text);
        repaired.append(character.valid ? text.substr(0, character.length) : replacement);
        text.remove_prefix(character.length);
    }
    return repaired;
}

std::string fold_with_icu(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::string folded;
    icu::StringByteSink<std::string> sink(&folded);
    if (folding != nullptr) folding->normalizeUTF8(0, repair(text), sink, nullptr, status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("text cannot be case-folded");
    return folded;
}

} // namespace

bool is_valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const DecodedCharacter character = decode_character(text);
        if (!character.valid) return false;
        text.remove_prefix(character.length);
    }
    return true;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const DecodedCharacter character = decode_character(text);
        width += width_of(character.code_point);
        text.remove_prefix(character.length);
    }
    return width;
}

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const DecodedCharacter character = decode_character(text);
        if (!character.valid) {
            shown += replacement;
        } else if (steers(character.code_point)) {
            shown += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(character.code_point));
        } else {
            shown.append(text.substr(0, character.length));
        }
        text.remove_prefix(character.length);
    }
    return shown;
}

std::string printable_lines(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const bool has_return = length > 0 && length < text.size() && text[length - 1] == '\r';
        shown += printable(text.substr(0, has_return ? length - 1 : length));
        shown += has_return ? "\r" : "";
        shown += length < text.size() ? "\n" : "";
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return shown;
}

std::string fold(std::string_view text) {
    return collapse_white_space(is_ascii(text) ? lower_ascii(text) : fold_with_icu(text));
}

std::string lower(std::string_view text) {
    if (is_ascii(text)) return lower_ascii(text);
    UErrorCode status = U_ZERO_ERROR;
    std::string lowered;
    icu::StringByteSink<std::string> sink(&lowered);
    icu::CaseMap::utf8ToLower("", 0, repair(text), sink, nullptr, status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("text cannot be put into small letters");
    return lowered;
}

} // namespace peergroup::language
