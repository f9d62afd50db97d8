#pragma once

#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <string>

namespace peergroup::stewardship {

/// How much was sealed anew.
struct Rotation {
    int version = 0; ///< of the region's key, from now on
    std::int64_t people = 0;
    std::int64_t notes = 0;
};

/// Seals the keys and blind keys of the region's people and its notes with the newest key of the region, in one transaction. The
/// journal's ring has to be kept on disk already: what is sealed with a key that is nowhere is lost. Records themselves stay
/// sealed with the keys of their people. Throws Problem(integrity): `no-region-key`, `sealed-value-damaged`.
Rotation rotate_region(store::Database& database, const vault::Journal& journal, const std::string& region);

} // namespace peergroup::stewardship
