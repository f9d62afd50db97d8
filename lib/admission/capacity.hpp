#pragma once

#include "catalogue/catalogue.hpp"
#include "groups/group.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <optional>
#include <vector>

namespace peergroup::admission {

/// A new limit on how many a group takes, from `effective_on`; none: no limit.
struct CapacityChange {
    groups::GroupCode group; ///< the code of a pair means both sides
    std::optional<int> capacity;
    calendar::Date effective_on;
};

/// Changes the capacity; places that it frees stay free. Throws Problem: not_found, refused (`group-ended`, `below-enrolled`).
std::vector<groups::Group> change_capacity(store::Database& database, const catalogue::Catalogue& catalogue,
                                           const vault::Journal& journal, const CapacityChange& change);

} // namespace peergroup::admission
