#include "vault/blind_key.hpp"

#include <sodium.h>

#include <string>

namespace peergroup::vault {

std::string_view BlindKey::view() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

BlindKey blind_key(std::string_view region, LookupKind kind, std::string_view value) {
    std::string text(region);
    text.push_back('\0');
    text.push_back(static_cast<char>(kind));
    text.append(value);
    BlindKey key;
    crypto_generichash(key.bytes.data(), key.bytes.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return key;
}

} // namespace peergroup::vault
