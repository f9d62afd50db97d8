#pragma once

#include "calendar/date.hpp"
#include "catalogue/group_type.hpp"
#include "groups/group.hpp"

#include <cstdint>

namespace peergroup::admission {

/// Whether a group that is still to begin has fewer members than groups of its type usually have (S2: 4-15). It is a warning;
/// nothing is forbidden, and a type that states no size warns of nothing.
bool is_below_minimum(const groups::Group& group, const catalogue::GroupType& type, std::int64_t enrolled, calendar::Date today);

} // namespace peergroup::admission
