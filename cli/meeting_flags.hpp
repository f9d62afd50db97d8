#pragma once

#include "cli/call.hpp"
#include "cli/verb.hpp"
#include "groups/meeting_changes.hpp"

#include <optional>
#include <string>

namespace peergroup::cli {

/// Which meeting, and when and where it is to be, as flags and operands say it.
struct MeetingFlags {
    std::optional<groups::GroupCode> group;
    std::string session;
    std::optional<calendar::Date> day;
    std::optional<calendar::LocalTime> time;
    Whole<1, 1440> duration;
    std::string venue;
    bool this_side_only = false;
};

/// --time, --duration, --venue.
void declare_meeting_time(Verb& verb, MeetingFlags& flags);
/// --this-side-only.
void declare_meeting_side(Verb& verb, MeetingFlags& flags);

/// The region of the group. Throws Problem(not_found, `group-not-found`).
const catalogue::Region& region_of(const MeetingFlags& flags, const Call& call, store::Database& database,
                                   const catalogue::Catalogue& catalogue);

groups::MeetingChoice choice_of(const MeetingFlags& flags, calendar::Date today);
groups::MeetingTime time_of(const MeetingFlags& flags);

/// Tells the notices and shows the meetings that were changed or added.
void show_changed(const Call& call, store::Database& database, const catalogue::Catalogue& catalogue,
                  const groups::ChangedMeetings& changed);

} // namespace peergroup::cli
