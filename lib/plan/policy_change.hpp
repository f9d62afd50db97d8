#pragma once

#include "calendar/date.hpp"
#include "catalogue/catalogue.hpp"
#include "people/person_code.hpp"
#include "reminders/sender.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::plan {

/// Something that is stored and that another catalogue would have decided otherwise. What is stored stays as it was decided.
struct Consequence {
    /// `type-gone`, `region-gone`, `venue-gone`, `over-capacity`, `not-a-meeting-day`, `newly-reminded`, `reminded-no-more`, or
    /// the code of `admission::reasons_against` for which a member or somebody who waits would not be taken any more
    std::string code;
    std::string group; ///< code
    std::optional<people::PersonCode> person = {};
    std::string recipient = {};             ///< of a reminder: the code of a person, a facilitator or a user of `staff.toml`
    std::optional<calendar::Date> day = {}; ///< of a planned meeting, or of what somebody is reminded of first
    std::string detail = {};                ///< an id or a number
};

/// Two catalogues: the one in use, and the one that may take its place.
struct CatalogueChange {
    const catalogue::Catalogue& now;
    const catalogue::Catalogue& next;
    calendar::Date today;
    calendar::Instant at = {}; ///< from which on reminders are compared
    std::vector<reminders::Coordinator> coordinators = {};
};

/// What of the running groups open to the actor `next` would decide otherwise than `now`: types, regions and venues that are
/// gone, members above the capacity that the type states, people whom the rules would not take any more, planned meetings from
/// today on that would be left out, and who would be reminded or not be reminded of something. Ordered by group.
std::vector<Consequence> consequences_of(store::Transaction& transaction, const CatalogueChange& change,
                                         const vault::Journal& journal);

/// Keeps both catalogues for the decisions that are made under them, records the change, and lays the new one into `folder` in
/// place of what is there; a reader finds the old one or the new one, whole.
void apply_catalogue(store::Database& database, const CatalogueChange& change, const vault::Journal& journal,
                     const std::string& folder);

} // namespace peergroup::plan
