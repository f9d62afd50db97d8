#include "language/steering.hpp"

namespace peergroup::language {

bool steers(char32_t code_point) {
    const bool control = code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F);
    const bool line_end = code_point == 0x2028 || code_point == 0x2029;
    const bool direction = code_point == 0x61C || code_point == 0x200E || code_point == 0x200F ||
                           (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
    return control || line_end || direction;
}

} // namespace peergroup::language
