#pragma once

#include "calendar/zone.hpp"
#include "catalogue/catalogue.hpp"
#include "reminders/recipients.hpp"
#include "reminders/reminder.hpp"
#include "store/database.hpp"

#include <map>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// A range of instants, both ends included.
struct Span {
    calendar::Instant first;
    calendar::Instant last;
};

/// Turns rules, events and people into the messages that are asked for, as everything is now.
class Planner {
public:
    Planner(store::Transaction& transaction, const vault::KeyRing& keys, const catalogue::Catalogue& catalogue,
            const std::vector<Coordinator>& coordinators);

    /// Those that are due in the range, by due instant, rule of the file, event and recipient. Two roles of one person, or two
    /// rules at the same instant, give one.
    std::vector<Candidate> due_in(const Span& span);

    /// Those of one event, whenever they are due.
    std::vector<Candidate> of_event(const Event& event);

    /// When the rule's message about the event leaves.
    Due due_of(const catalogue::ReminderRule& rule, const Event& event);
    /// Whether the hour is quiet in the region.
    bool is_quiet(const std::string& region, calendar::Instant now);
    /// The clock of the region. Throws Problem(configuration, `unknown-zone`).
    const calendar::Zone& zone(const std::string& region);

private:
    std::vector<Candidate> of_rule(const catalogue::ReminderRule& rule, const Span& span);
    std::optional<DayRange> days_that_can_be_due(const catalogue::ReminderRule& rule, const Span& span);
    void add(const catalogue::ReminderRule& rule, const Event& event, const Due& due, std::vector<Candidate>& candidates);

    const vault::KeyRing& keys_;
    const catalogue::Catalogue& catalogue_;
    Events events_;
    Recipients recipients_;
    std::map<std::string, calendar::Zone> zones_;
};

} // namespace peergroup::reminders
