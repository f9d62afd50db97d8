#pragma once

#include "vault/secret.hpp"

#include <string>
#include <string_view>

namespace peergroup::vault {

/// A name of 32 hexadecimal digits that stands for `value`: the same under the same key, and without the key neither to be
/// guessed nor to be traced back.
std::string secret_name(const SecretKey& key, std::string_view value);

} // namespace peergroup::vault
