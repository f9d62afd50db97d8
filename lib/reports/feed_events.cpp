#include "reports/feed_events.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace peergroup::reports {

namespace {

using documents::CalendarEvent;

constexpr std::size_t least_in_series = 3;

/// Meetings at even distances, by the days they were planned for.
struct Raster {
    std::vector<const FeedMeeting*> meetings;
    int every_days = 0;
    int count = 0;

    calendar::Date first() const { return meetings.front()->planned.day; }
};

std::vector<const FeedMeeting*> planned_together(const FeedGroup& group) {
    const FeedMeeting& first = group.meetings.front();
    std::vector<const FeedMeeting*> together;
    for (const FeedMeeting& meeting : group.meetings)
        if (meeting.told && meeting.planned_batch == first.planned_batch && meeting.planned.time == first.planned.time)
            together.push_back(&meeting);
    std::ranges::stable_sort(together, {}, [](const FeedMeeting* meeting) { return meeting->planned.day; });
    return together;
}

// Where more days would be left out than are kept, a rule says less than the days themselves.
std::optional<Raster> raster_of(const FeedGroup& group) {
    Raster raster{.meetings = planned_together(group)};
    if (raster.meetings.size() < least_in_series) return std::nullopt;
    for (std::size_t index = 1; index < raster.meetings.size(); ++index) {
        const int gap = raster.meetings[index]->planned.day.days() - raster.meetings[index - 1]->planned.day.days();
        if (gap == 0) return std::nullopt;
        raster.every_days = std::gcd(raster.every_days, gap);
    }
    raster.count = (raster.meetings.back()->planned.day.days() - raster.first().days()) / raster.every_days + 1;
    if (static_cast<std::size_t>(raster.count) > 2 * raster.meetings.size()) return std::nullopt;
    return raster;
}

/// What most of the meetings that take place have; of several the least.
template <class Value, class Get> Value most_frequent(const std::vector<const FeedMeeting*>& meetings, Get get) {
    std::map<Value, int> counts;
    for (const FeedMeeting* const meeting : meetings)
        if (!meeting->cancelled) ++counts[get(*meeting)];
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return most == counts.end() ? get(*meetings.front()) : most->first;
}

CalendarEvent event_of(const FeedMeeting& meeting, const EventWording& wording) {
    CalendarEvent event{.uid = wording.uid("meeting", meeting.id)};
    event.sequence = meeting.changes;
    event.changed_at = meeting.changed_at;
    event.zone = wording.zone;
    event.start = meeting.starts;
    event.minutes = meeting.minutes;
    event.summary = meeting.cancelled ? wording.cancelled : wording.meeting;
    event.place = wording.place(meeting.venue);
    event.cancelled = meeting.cancelled;
    return event;
}

/// What the recurring event says of every time.
CalendarEvent rule_of(const FeedGroup& group, const Raster& raster, const EventWording& wording) {
    CalendarEvent event{.uid = wording.uid("series", group.id)};
    event.changed_at = group.changed_at;
    for (const FeedMeeting& meeting : group.meetings) {
        event.sequence += meeting.changes;
        event.changed_at = std::max(event.changed_at, meeting.changed_at);
    }
    event.zone = wording.zone;
    event.start = raster.meetings.front()->planned;
    event.minutes =
        most_frequent<std::optional<int>>(raster.meetings, [](const FeedMeeting& meeting) { return meeting.minutes; });
    event.summary = wording.meeting;
    event.place =
        wording.place(most_frequent<std::string>(raster.meetings, [](const FeedMeeting& meeting) { return meeting.venue; }));
    event.recurrence = documents::Recurrence{.every_days = raster.every_days, .count = raster.count};
    std::size_t next = 0;
    for (int time = 0; time < raster.count; ++time) {
        const calendar::Date day = raster.first().plus_days(time * raster.every_days);
        if (raster.meetings[next]->planned.day == day)
            ++next;
        else
            event.recurrence->left_out.push_back(day);
    }
    return event;
}

std::vector<CalendarEvent> series_of(const FeedGroup& group, const Raster& raster, const EventWording& wording) {
    std::vector<CalendarEvent> events{rule_of(group, raster, wording)};
    const CalendarEvent rule = events.front();
    for (const FeedMeeting* const meeting : raster.meetings) {
        CalendarEvent event = event_of(*meeting, wording);
        if (!event.cancelled && event.start == meeting->planned && event.minutes == rule.minutes && event.place == rule.place)
            continue;
        event.uid = rule.uid;
        event.sequence = rule.sequence;
        event.changed_at = rule.changed_at;
        event.in_place_of = meeting->planned;
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace

std::vector<CalendarEvent> events_of(const FeedGroup& group, const EventWording& wording) {
    if (group.meetings.empty()) return {};
    std::vector<CalendarEvent> events;
    const std::optional<Raster> raster = raster_of(group);
    if (raster) events = series_of(group, *raster, wording);
    for (const FeedMeeting& meeting : group.meetings)
        if (meeting.told && (!raster || std::ranges::find(raster->meetings, &meeting) == raster->meetings.end()))
            events.push_back(event_of(meeting, wording));
    return events;
}

} // namespace peergroup::reports
