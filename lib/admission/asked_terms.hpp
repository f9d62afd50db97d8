#pragma once

#include "admission/eligibility.hpp"
#include "calendar/date.hpp"
#include "catalogue/group_type.hpp"
#include "groups/group_terms.hpp"

namespace peergroup::admission {

/// What the group asks of whoever comes from day `on`, by its own row and by its type. Valid as long as the type.
Terms terms_of(const groups::GroupTerms& group, const catalogue::GroupType& type, calendar::Date on);

} // namespace peergroup::admission
