#pragma once

#include "documents/calendar_file.hpp"
#include "reports/feed_groups.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::reports {

/// How a feed speaks: nothing of it tells what a group is about, or who is in it.
struct EventWording {
    std::string zone;      ///< IANA name
    std::string meeting;   ///< the summary of each meeting
    std::string cancelled; ///< of one that does not take place
    std::function<std::string(const std::string& venue)> place;
    std::function<std::string(std::string_view kind, std::int64_t number)> uid;
};

/// The events of a group. Meetings that were planned together at even distances are one recurring event: days without a meeting
/// are left out of it, and a meeting that was moved or cancelled, or is elsewhere, stands in place of its day. All others stand
/// alone.
std::vector<documents::CalendarEvent> events_of(const FeedGroup& group, const EventWording& wording);

} // namespace peergroup::reports
