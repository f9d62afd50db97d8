#pragma once

#include "vault/secret.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::vault {

/// Where a sealed value lies. It is bound to its place: moved to another row or column it no longer opens.
struct SealedPlace {
    std::string_view column; ///< `person_identity.record`
    std::int64_t row;
    std::string_view region = {};
};

/// Seals `plain` with XChaCha20-Poly1305 and a nonce of its own, which stands before the sealed bytes.
std::string seal(const SecretKey& key, const SealedPlace& place, std::string_view plain);

/// Opens what `seal` sealed for the same place; nothing when the key is another, or one bit of it differs.
std::optional<std::string> unseal(const SecretKey& key, const SealedPlace& place, std::string_view sealed);

/// The same into memory of the caller, which has room for `unsealed_size(sealed)` bytes; false when it does not open.
bool unseal_into(const SecretKey& key, const SealedPlace& place, std::string_view sealed, unsigned char* plain);
std::size_t unsealed_size(std::string_view sealed);

} // namespace peergroup::vault
