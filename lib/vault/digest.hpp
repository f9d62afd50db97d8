#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace peergroup::vault {

/// The BLAKE2b-256 hash of `bytes` as 64 hexadecimal digits.
std::string digest_hex(std::string_view bytes);

/// A number that is equal for equal bytes within this run of the program, and says nothing to anyone else.
std::uint64_t fingerprint(std::string_view bytes);

} // namespace peergroup::vault
