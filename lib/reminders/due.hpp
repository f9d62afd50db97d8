#pragma once

#include "calendar/instant.hpp"
#include "calendar/zone.hpp"
#include "reminders/event.hpp"
#include "reminders/events.hpp"

namespace peergroup::reminders {

/// When a message leaves.
struct Due {
    calendar::Instant at;   ///< not before
    calendar::Instant last; ///< not from here on: it would be stale, or what it announces has begun
};

/// The hours in which nothing is sent, by the clock of a zone; none where the rules state none. The end belongs to the day.
class QuietHours {
public:
    QuietHours(const catalogue::ReminderRules& rules, const calendar::Zone& zone);

    bool holds(calendar::Instant instant) const;
    /// The first instant from this one on that is not quiet.
    calendar::Instant end(calendar::Instant instant) const;
    /// The beginning of the quiet hours in which the instant lies.
    calendar::Instant beginning(calendar::Instant instant) const;

private:
    const catalogue::ReminderRules& rules_;
    const calendar::Zone& zone_;
};

/// When the rule's message about the event leaves: by the wall clock of the region where the rule states a time of day, by the
/// clock of instants where it states hours. What falls into quiet hours leaves at their end, or at their beginning where the
/// event would have begun by then.
Due due_of(const catalogue::ReminderRule& rule, const Event& event, const calendar::Zone& zone, const QuietHours& quiet);

/// The days whose events can have a message of the rule that is due in [first, last], quiet hours included.
DayRange days_of(const catalogue::ReminderRule& rule, const calendar::Zone& zone, calendar::Instant first,
                 calendar::Instant last);

} // namespace peergroup::reminders
