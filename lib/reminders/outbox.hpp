#pragma once

#include "reminders/reminder.hpp"
#include "store/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// The rows of reminders in one transaction. Nothing is removed; a row tells what became of one message.
class Outbox {
public:
    explicit Outbox(store::Transaction& transaction);

    /// The newest row of the candidate's rule, event and recipient.
    std::optional<Reminder> newest(const Candidate& candidate);
    /// By number.
    std::vector<Reminder> in_state(ReminderState state);
    /// When the first of those that failed may be tried again.
    std::optional<calendar::Instant> next_retry();
    /// Since the instant, by region and by state and code.
    std::map<std::pair<std::string, std::string>, std::int64_t> counts(calendar::Instant since,
                                                                       const std::vector<std::string>& regions);

    /// Lets reminders that were given up, or of which nobody knows whether they left, be sent again from `now` on; all of the
    /// regions where no number is named. Gives those that are.
    std::vector<Reminder> let_again(const std::vector<std::int64_t>& ids, calendar::Instant now,
                                    const std::vector<std::string>& regions);

    /// Gives the reminder its number and writes it.
    void add(Reminder& reminder);
    void update(const Reminder& reminder);

    /// Since when each rule is known: what was due before that is none of its business.
    std::map<std::string, calendar::Instant> rules_since();
    /// Notes the rules that are new, and gives all. At the very first run all rules are old.
    std::map<std::string, calendar::Instant> note_rules(const std::vector<catalogue::ReminderRule>& rules, calendar::Instant now);

    /// By which this store is told from every other.
    std::string store_identity();

private:
    std::vector<Reminder> read(store::Statement& select);

    store::Transaction& transaction_;
    store::Statement newest_;
    store::Statement insert_;
    store::Statement update_;
};

} // namespace peergroup::reminders
