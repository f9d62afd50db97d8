#pragma once

#include "reminders/claims.hpp"
#include "reminders/job_runs.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace peergroup::reminders {

/// What one run has to see to, as the store stands. It is made when it is first asked for, and again when somebody else wrote
/// meanwhile; nothing comes twice in one run.
class Agenda {
public:
    explicit Agenda(const Sender& sender) : sender_(sender), regions_(sender.regions()) {}

    /// Whether a message in the region is this run's business.
    bool is_for(const std::string& region) const { return regions_.contains(region); }

    /// Reads how far the last run came, and notes new rules; to be called in the first transaction that writes.
    void begin(store::Transaction& transaction, Outbox& outbox);
    /// Hands the next ones, at most `count`, to `claims`; adds their regions. Gives how many there were.
    std::size_t take(store::Transaction& transaction, Outbox& outbox, Claims& claims, std::set<std::string>& regions,
                     std::size_t count);
    /// What this run wrote is no news to it.
    void note_own_entries(store::Transaction& transaction) { entry_ = JobRuns(transaction).newest_entry(); }

    /// Cancels what failed and is asked for no longer, and gives up what grew stale. Gives the rows that changed.
    std::vector<Reminder> drop(store::Transaction& transaction, Outbox& outbox);

    /// What is to be known of this run by the next one, when nothing is left to take. To be called behind `note_own_entries`.
    LastRun seen_to(store::Transaction& transaction, Outbox& outbox);

private:
    using Item = std::pair<Candidate, Verdict>;

    void make_items(store::Transaction& transaction, Outbox& outbox);
    void refresh(store::Transaction& transaction, Outbox& outbox);

    const Sender& sender_;
    std::set<std::string> regions_;
    Watermark watermark_;
    Span span_;
    std::vector<Item> items_;
    std::size_t next_ = 0;
    std::set<std::string> seen_;
    std::optional<calendar::Instant> waits_since_; ///< the first due instant of what waits for the end of quiet hours …
    std::optional<calendar::Instant> quiet_until_; ///< … the first of which is over by then
    std::optional<std::int64_t> entry_;            ///< the newest in the record when the list was made
};

} // namespace peergroup::reminders
