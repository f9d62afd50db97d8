#pragma once

#include "reminders/reminder.hpp"
#include "store/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// The last run of the job that sends: what was seen to.
struct LastRun {
    std::string started_at = {};
    std::string ended_at = {}; ///< empty: it never ended
    std::optional<calendar::Instant> through = {};
    std::int64_t journal = 0;
    std::string digest = {};
};

/// The rows of reminders in one transaction. Nothing is removed; a row tells what became of one message.
class Outbox {
public:
    explicit Outbox(store::Transaction& transaction);

    /// The newest row of the candidate's rule, event and recipient.
    std::optional<Reminder> newest(const Candidate& candidate);
    /// By number.
    std::vector<Reminder> in_state(ReminderState state);
    /// Those that failed and may be tried again by now.
    bool has_retries(calendar::Instant now);
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

    std::optional<LastRun> last_run();
    void begin_run(calendar::Instant now);
    void end_run(calendar::Instant now, const LastRun& run);
    /// The number of the newest entry in the record of changes and reads.
    std::int64_t newest_entry();
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
