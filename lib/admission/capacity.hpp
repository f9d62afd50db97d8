#pragma once

#include "admission/offers.hpp"
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
    std::optional<calendar::Date> today = {}; ///< on which seats are offered that it frees; without it, the same
};

/// The groups as they are then, and what their waiting lists gave.
struct ChangedCapacity {
    std::vector<groups::Group> groups;
    Settled settled;
};

/// Changes the capacity; a place that it frees goes to whoever waits. Throws Problem: not_found, refused (`group-ended`,
/// `below-enrolled`: fewer seats than are taken or held by offers).
ChangedCapacity change_capacity(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                                const CapacityChange& change);

} // namespace peergroup::admission
