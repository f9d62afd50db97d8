#pragma once

#include "calendar/zone.hpp"
#include "reminders/recipients.hpp"
#include "reminders/region_clocks.hpp"
#include "reminders/reminder.hpp"
#include "reminders/sender.hpp"
#include "store/database.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// A range of instants, both ends included.
struct Span {
    calendar::Instant first;
    calendar::Instant last;
};

/// Turns rules, events and people into the messages that are asked for, as everything is now; of the sender's regions.
class Planner {
public:
    Planner(store::Transaction& transaction, const Sender& sender);

    /// Those that are due in the range, by due instant, rule of the file, event and recipient. Two roles of one person, or two
    /// rules at the same instant, give one.
    std::vector<Candidate> due_in(const Span& span);
    /// The first instant in the range at which one may be due, if there is any. Reads no person.
    std::optional<calendar::Instant> first_due_in(const Span& span);

    /// Those of one event, whenever they are due.
    std::vector<Candidate> of_event(const Event& event);

    /// When the rule's message about the event leaves.
    Due due_of(const catalogue::ReminderRule& rule, const Event& event);
    /// Until when it is quiet in the region, if it is quiet at the instant.
    std::optional<calendar::Instant> quiet_until(const std::string& region, calendar::Instant instant);

private:
    std::vector<std::pair<Event, Due>> events_of(const catalogue::ReminderRule& rule, const Span& span);
    std::optional<DayRange> days_that_can_be_due(const catalogue::ReminderRule& rule, const Span& span);
    void add(const catalogue::ReminderRule& rule, const Event& event, const Due& due, std::vector<Candidate>& candidates);

    const Sender& sender_;
    std::set<std::string> regions_;
    RegionClocks clocks_;
    Events events_;
    Recipients recipients_;
};

} // namespace peergroup::reminders
