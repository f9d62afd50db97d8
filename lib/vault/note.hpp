#pragma once

#include "vault/key_ring.hpp"
#include "vault/seal.hpp"

#include <string>
#include <string_view>

namespace peergroup::vault {

/// Seals free text that belongs to no one person with the newest key of `place.region`, which goes with the text. Throws
/// Problem(integrity, `no-region-key`).
std::string seal_note(const KeyRing& ring, const SealedPlace& place, std::string_view text);

/// Opens what `seal_note` sealed for the same row and column. Throws Problem(integrity): `no-region-key`, `sealed-value-damaged`.
std::string unseal_note(const KeyRing& ring, const SealedPlace& place, std::string_view sealed);

} // namespace peergroup::vault
