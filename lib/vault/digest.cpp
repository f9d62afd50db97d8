#include "vault/digest.hpp"

#include <sodium.h>

#include <array>
#include <cstring>

namespace peergroup::vault {

std::string digest_hex(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    std::string text(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

std::uint64_t fingerprint(std::string_view bytes) {
    static const auto key = [] {
        std::array<unsigned char, crypto_shorthash_KEYBYTES> drawn{};
        randombytes_buf(drawn.data(), drawn.size());
        return drawn;
    }();
    std::array<unsigned char, crypto_shorthash_BYTES> hash{};
    crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), key.data());
    std::uint64_t number = 0;
    std::memcpy(&number, hash.data(), sizeof number);
    return number;
}

} // namespace peergroup::vault
