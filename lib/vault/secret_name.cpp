#include "vault/secret_name.hpp"

#include <sodium.h>

#include <array>

namespace peergroup::vault {

std::string secret_name(const SecretKey& key, std::string_view value) {
    std::array<unsigned char, 16> bytes{};
    crypto_generichash(bytes.data(), bytes.size(), reinterpret_cast<const unsigned char*>(value.data()), value.size(), key.data(),
                       SecretKey::bytes);
    std::array<char, 2 * bytes.size() + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), bytes.data(), bytes.size());
    return {digits.data(), 2 * bytes.size()};
}

} // namespace peergroup::vault
