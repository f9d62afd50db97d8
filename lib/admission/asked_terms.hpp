#pragma once

#include "admission/eligibility.hpp"
#include "calendar/date.hpp"
#include "catalogue/group_type.hpp"
#include "catalogue/organisation.hpp"
#include "groups/group_terms.hpp"

#include <optional>

namespace peergroup::admission {

/// The last day on which a closed group still takes somebody: that of the meeting which the organisation's policy names. Nothing
/// for other groups, and where no policy or no such meeting is stated.
std::optional<calendar::Date> last_entry_day(const groups::GroupTerms& group, const catalogue::Policy& policy,
                                             groups::TermsReader& terms);

/// From which day somebody comes, and until which day newcomers are taken.
struct Entry {
    calendar::Date on;
    std::optional<calendar::Date> last_day = {};
};

/// What the group asks of whoever comes, by its own row and by its type. Valid as long as the type.
Terms terms_of(const groups::GroupTerms& group, const catalogue::GroupType& type, const Entry& entry);

} // namespace peergroup::admission
