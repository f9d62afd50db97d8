#pragma once

#include "admission/membership.hpp"
#include "catalogue/catalogue.hpp"
#include "groups/group.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <vector>

namespace peergroup::sessions {

/// The end of a group, or of both sides of a pair, after `last_day`.
struct Finish {
    groups::GroupCode group;
    calendar::Date last_day;
    calendar::Date today;
    bool cancel_remaining = false; ///< meetings that were still planned are cancelled
    bool group_cancelled = false;  ///< it ends before its time: nobody completes
    std::string reason = {};       ///< of a group that is cancelled
};

/// A member at the end of a group.
struct FinishedMember {
    groups::GroupCode group;
    admission::Membership membership;
    std::int64_t attended = 0;
    std::int64_t held = 0; ///< meetings held while the person was a member
};

struct FinishedGroup {
    std::vector<groups::Group> groups;
    std::vector<FinishedMember> completed;
    std::vector<FinishedMember> exceptions; ///< members who did not complete by the type's rule, with what they attended
    std::int64_t waiting = 0;               ///< taken off the waiting list
};

/// Whether so many attended meetings complete a member: the policy's share (`completion_min` of `completion_of`) of those held
/// while the person was in the group, rounded up. Nothing when the type has no such rule or the policy states no numbers.
std::optional<bool> completes(const catalogue::GroupType& type, const catalogue::Policy& policy, const FinishedMember& member);

/// Finishes or cancels a group: members complete by the type's rule, the others leave, whoever waits withdraws. Throws Problem:
/// not_found, refused (`group-ended`, `ends-in-future`, `held-after-end`, `members-after-end`), needs_confirmation
/// `sessions-remain` when meetings are planned after the last day.
FinishedGroup finish_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                           const Finish& finish);

} // namespace peergroup::sessions
