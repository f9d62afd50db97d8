#include "vault/blind_key.hpp"

#include <sodium.h>

#include <string>

namespace peergroup::vault {

std::string_view BlindKey::view() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

BlindKey blind_key(const RegionKeys& keys, LookupKind kind, std::string_view value) {
    std::string text(1, static_cast<char>(kind));
    text.append(value);
    BlindKey key;
    crypto_generichash(key.bytes.data(), key.bytes.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       keys.lookups.data(), SecretKey::bytes);
    wipe(text);
    return key;
}

} // namespace peergroup::vault
