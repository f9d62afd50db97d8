#pragma once

#include "plan/policy_change.hpp"

#include <vector>

namespace peergroup::plan {

/// Whom the next catalogue would remind of something in the coming four weeks of which the one in use does not, and the other way
/// round; once by rule, group and recipient. By group.
std::vector<Consequence> reminder_changes(store::Transaction& transaction, const CatalogueChange& change,
                                          const vault::Journal& journal);

} // namespace peergroup::plan
