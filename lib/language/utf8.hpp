#pragma once

#include <cstddef>
#include <string_view>

namespace peergroup::language {

/// The first character of a text.
struct DecodedCharacter {
    char32_t code_point; ///< U+FFFD where the bytes are no UTF-8
    std::size_t length;  ///< bytes it takes, at least 1
    bool valid;
};

/// Reads the first character of a text that is not empty, strictly by the table of well-formed bytes (Unicode, section 3.9).
DecodedCharacter decode_character(std::string_view text);

/// Whether every byte is below 0x80.
bool is_ascii(std::string_view text);

} // namespace peergroup::language
