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

/// The reasons for which a meeting is cancelled.
const std::vector<std::string>& cancel_reasons();

/// Which meeting is meant. Both sides of a pair meet at the same time, so a change of one is a change of both, unless it is said
/// to concern this side only.
struct MeetingChoice {
    GroupCode code;
    std::string session = {}; ///< ordinal or day
    bool this_side_only = false;
    calendar::Date today = {};
};

/// When and where a meeting is to be.
struct MeetingTime {
    calendar::Date day = {};
    std::optional<calendar::LocalTime> time = {}; ///< as before, or none, when left out
    std::optional<int> duration_minutes = {};
    std::string venue = {};
};

struct ChangedMeetings {
    std::vector<Session> sessions = {};       ///< as they are now, one for each group concerned
    std::vector<Session> extra_sessions = {}; ///< added at the end because a cancelled one does not count
    std::vector<Notice> notices = {};
};

/// Adds a meeting after the last; for a pair to both sides. Throws Problem: not_found (group, venue), refused `group-ended`.
ChangedMeetings add_meeting(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                            const MeetingChoice& choice, const MeetingTime& time);

/// Moves a meeting that is still to be held; it keeps its ordinal. Throws Problem: not_found (group, session, venue), refused
/// `group-ended`, `session-not-planned`.
ChangedMeetings move_meeting(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                             const MeetingChoice& choice, const MeetingTime& time);

/// Cancels a meeting that is still to be held. With `append` an extra one is put at the end, at the group's own interval. Throws
/// Problem: not_found, refused `session-not-planned`, usage `unknown-cancel-reason`.
struct Cancellation {
    std::string reason = {};
    std::optional<catalogue::AfterCancelled> after = {}; ///< empty: the organisation's policy
};
ChangedMeetings cancel_meeting(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                               const MeetingChoice& choice, const Cancellation& cancellation);

} // namespace peergroup::groups
