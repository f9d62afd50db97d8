#include "language/utf8.hpp"

#include <algorithm>

namespace peergroup::language {
namespace {

constexpr DecodedCharacter invalid{0xFFFD, 1, false};

/// What a lead byte promises; length 0 for a byte that leads nothing.
struct Lead {
    std::size_t length;
    char32_t bits;
    char32_t least; ///< smallest code point that needs so many bytes
};

constexpr Lead read_lead(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07U, 0x10000};
    return {0, 0, 0};
}

} // namespace

DecodedCharacter decode_character(std::string_view text) {
    const Lead lead = read_lead(static_cast<unsigned char>(text.front()));
    if (lead.length == 0 || lead.length > text.size()) return invalid;
    char32_t code_point = lead.bits;
    for (const char following : text.substr(1, lead.length - 1)) {
        const auto byte = static_cast<unsigned char>(following);
        if ((byte & 0xC0U) != 0x80) return invalid;
        code_point = code_point << 6 | (byte & 0x3FU);
    }
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < lead.least || code_point > 0x10FFFF || surrogate) return invalid;
    return {code_point, lead.length, true};
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

} // namespace peergroup::language
