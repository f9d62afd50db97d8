#pragma once

#include "catalogue/catalogue.hpp"
#include "groups/group.hpp"
#include "groups/meeting_plan.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::groups {

enum class GroupVerb { open, close };

/// A change of a whole group, or of both sides of a pair.
struct GroupDecision {
    GroupCode code;
    GroupVerb verb;
    calendar::Date effective_on = {};
    std::string reason = {};
};

/// Opens or closes the intake. Gives the groups as they are now. Throws Problem: not_found, refused `group-ended`.
std::vector<Group> decide_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                                const GroupDecision& decision);

/// What is to be different of a group; what is left out stays.
struct GroupEdit {
    GroupCode code;
    std::optional<std::string> venue = {};
    std::optional<std::string> language = {};
    std::optional<int> age_min = {};
    std::optional<int> age_max = {};
    std::optional<bool> waiting_list = {};
    calendar::Date today = {};
};

/// The groups as they are now, and what went with a new venue.
struct EditedGroups {
    std::vector<Group> groups = {};
    int meetings = 0;                 ///< that are to be there from now on
    std::vector<Notice> notices = {}; ///< of days that have become holidays with the municipality
};

/// A new venue takes along the meetings that are planned from `today` on, but for those with a venue of their own, and the
/// municipality, unless the group was stated to be of another one than its venue. Throws Problem: not_found (group, venue),
/// refused `group-ended`, usage `ages-crossed`.
EditedGroups edit_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                        const GroupEdit& edit);

/// Throws Problem(refused, `group-ended`) for a group that was cancelled or is finished.
void require_running(const Group& group);

} // namespace peergroup::groups
