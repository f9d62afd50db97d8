#pragma once

#include "reminders/event.hpp"
#include "store/database.hpp"

#include <optional>
#include <vector>

namespace peergroup::reminders {

/// A range of days, both ends included.
struct DayRange {
    calendar::Date first;
    calendar::Date last;
};

/// Reads what rules count from, as it is now, in one transaction.
class Events {
public:
    explicit Events(store::Transaction& transaction);

    /// The planned and held sessions of running groups, by day.
    std::vector<Event> sessions(const DayRange& days);
    /// The interviews that are agreed and not held.
    std::vector<Event> interviews(const DayRange& days);
    /// The open offers whose last day is in the range, or that were made in it.
    std::vector<Event> offers_ending(const DayRange& days);
    std::vector<Event> offers_made(const DayRange& days);
    /// The memberships of whose beginning people are to be told, which were recorded in the range.
    std::vector<Event> enrolments_made(const DayRange& days);

    /// One session of a running group; nothing when it is cancelled.
    std::optional<Event> session(std::int64_t session);

    /// Those that the rule counts from.
    std::vector<Event> of_rule(const catalogue::ReminderRule& rule, const DayRange& days);

private:
    Event with_group(Event event);
    Event with_first_meeting(Event event);

    store::Transaction& transaction_;
    store::Statement sessions_;
    store::Statement group_;
};

} // namespace peergroup::reminders
