#include "vault/secret.hpp"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace peergroup::vault {

namespace {

constexpr char derivation_context[crypto_kdf_CONTEXTBYTES + 1] = "peergrup";

void start_sodium() {
    static const int started = sodium_init();
    if (started < 0) throw std::runtime_error("the system gives no randomness");
}

} // namespace

Entropy system_entropy() {
    start_sodium();
    return [](std::span<std::byte> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
}

SecretBytes::SecretBytes(std::size_t size) : size_(size) {
    start_sodium();
    bytes_.reset(static_cast<std::byte*>(sodium_malloc(std::max<std::size_t>(size, 1))));
    if (!bytes_) throw std::bad_alloc();
}

SecretBytes SecretBytes::of(std::string_view bytes) {
    SecretBytes secret(bytes.size());
    std::ranges::copy(std::as_bytes(std::span(bytes)), secret.bytes_.get());
    return secret;
}

void SecretBytes::Wipe::operator()(std::byte* bytes) const {
    sodium_free(bytes);
}

SecretKey SecretKey::of(std::string_view view) {
    SecretKey key;
    key.assign(view);
    return key;
}

void SecretKey::assign(std::string_view view) {
    if (view.size() != bytes) throw std::logic_error("a key has thirty-two bytes");
    std::ranges::copy(view, secret_.data());
}

SecretKey SecretKey::derived(Purpose purpose) const {
    SecretKey key;
    crypto_kdf_derive_from_key(key.secret_.data(), bytes, static_cast<std::uint64_t>(purpose), derivation_context, data());
    return key;
}

void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace peergroup::vault
