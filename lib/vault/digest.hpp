#pragma once

#include <string>
#include <string_view>

namespace peergroup::vault {

/// The BLAKE2b-256 hash of `bytes` as 64 hexadecimal digits.
std::string digest_hex(std::string_view bytes);

} // namespace peergroup::vault
