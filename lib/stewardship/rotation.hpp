#pragma once

#include "store/database.hpp"
#include "vault/grants.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// How much was sealed anew.
struct Rotation {
    int version = 0; ///< of the region's key, from now on
    std::int64_t people = 0;
    std::int64_t notes = 0;
    std::int64_t facilitators = 0;
    std::vector<vault::KeyGrant> to_grant = {}; ///< to rings that keep what they were given but not the new key
};

/// Which grants are meant: of the region, and of one ring (its fingerprint) or of all.
struct GrantChoice {
    std::string region;
    std::string ring = {};
};

/// Seals the keys and blind keys of the region's people, the keys of its facilitators, and its notes with the newest key of the
/// region, in one transaction. The journal's ring has to be kept on disk already: what is sealed with a key that is nowhere is
/// lost. Records themselves stay sealed with the keys of their people. Throws Problem(integrity): `no-region-key`,
/// `sealed-value-damaged`.
Rotation rotate_region(store::Database& database, const vault::Journal& journal, const std::string& region);

/// What a revoked grant leaves: who gets no newer key, and who has to be granted the new one.
struct Revocation {
    Rotation rotation = {};
    std::vector<vault::KeyGrant> revoked = {};
};

/// Makes sure that rings to which the region's key was granted get no newer one: all of them, or `ring`. The journal's ring holds
/// the new key already and is kept on disk; all is sealed with it as by `rotate_region`. What a ring was given cannot be taken
/// out of it: copies made until now stay open to it, and through them the own keys of the people in them. Throws Problem as
/// `rotate_region` does, and not_found `no-such-grant`.
Revocation revoke_grants(store::Database& database, const vault::Journal& journal, const GrantChoice& choice);

} // namespace peergroup::stewardship
