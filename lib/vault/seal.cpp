#include "vault/seal.hpp"

#include <sodium.h>

#include <array>
#include <cstring>

namespace peergroup::vault {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t overhead = nonce_bytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;

/// Nonces out of one large draw: a system call for each would cost more than the sealing.
class Nonces {
public:
    void next(unsigned char* nonce) {
        if (at_ == drawn_.size()) {
            randombytes_buf(drawn_.data(), drawn_.size());
            at_ = 0;
        }
        std::memcpy(nonce, drawn_.data() + at_, nonce_bytes);
        at_ += nonce_bytes;
    }

private:
    std::array<unsigned char, nonce_bytes * 128> drawn_{};
    std::size_t at_ = drawn_.size();
};

/// The place as bytes, each part behind its length, so that no two places are spelled alike.
std::string spelled(const SealedPlace& place) {
    std::string text;
    text.reserve(place.column.size() + place.region.size() + 2 + sizeof place.row);
    text.push_back(static_cast<char>(place.column.size()));
    text.append(place.column);
    for (unsigned shift = 0; shift < 64; shift += 8)
        text.push_back(static_cast<char>(static_cast<std::uint64_t>(place.row) >> shift));
    text.append(place.region);
    return text;
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

std::string seal(const SecretKey& key, const SealedPlace& place, std::string_view plain) {
    static thread_local Nonces nonces;
    const std::string bound = spelled(place);
    std::string sealed(plain.size() + overhead, '\0');
    auto* const out = reinterpret_cast<unsigned char*>(sealed.data());
    nonces.next(out);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + nonce_bytes, nullptr, bytes_of(plain), plain.size(), bytes_of(bound),
                                               bound.size(), nullptr, out, key.data());
    return sealed;
}

std::size_t unsealed_size(std::string_view sealed) {
    return sealed.size() < overhead ? 0 : sealed.size() - overhead;
}

bool unseal_into(const SecretKey& key, const SealedPlace& place, std::string_view sealed, unsigned char* plain) {
    if (sealed.size() < overhead) return false;
    const std::string bound = spelled(place);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(plain, nullptr, nullptr, bytes_of(sealed) + nonce_bytes,
                                                      sealed.size() - nonce_bytes, bytes_of(bound), bound.size(),
                                                      bytes_of(sealed), key.data()) == 0;
}

std::optional<std::string> unseal(const SecretKey& key, const SealedPlace& place, std::string_view sealed) {
    std::string plain(unsealed_size(sealed), '\0');
    if (!unseal_into(key, place, sealed, reinterpret_cast<unsigned char*>(plain.data()))) return std::nullopt;
    return plain;
}

} // namespace peergroup::vault
