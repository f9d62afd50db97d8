// In place of lib/vault/seal.cpp, for scripts/bench alone: nothing is sealed, everything is as long as if it were. What sealing
// costs is the difference. A build with it can never be a release; see cmake/Conventions.cmake.
#include "vault/seal.hpp"

#include <cstring>

#ifndef PEERGROUP_UNSEALED
#error "only the preset bench-unsealed may leave sealing out"
#endif

namespace peergroup::vault {

namespace {

constexpr std::size_t overhead = 24 + 16; // XChaCha20-Poly1305: the nonce and the tag

} // namespace

std::string seal(const SecretKey& /*key*/, const SealedPlace& /*place*/, std::string_view plain) {
    std::string copy(overhead, '\0');
    copy.append(plain);
    return copy;
}

std::size_t unsealed_size(std::string_view sealed) {
    return sealed.size() < overhead ? 0 : sealed.size() - overhead;
}

bool unseal_into(const SecretKey& /*key*/, const SealedPlace& /*place*/, std::string_view sealed, unsigned char* plain) {
    if (sealed.size() < overhead) return false;
    std::memcpy(plain, sealed.data() + overhead, sealed.size() - overhead);
    return true;
}

std::optional<std::string> unseal(const SecretKey& /*key*/, const SealedPlace& /*place*/, std::string_view sealed) {
    if (sealed.size() < overhead) return std::nullopt;
    return std::string(sealed.substr(overhead));
}

} // namespace peergroup::vault
