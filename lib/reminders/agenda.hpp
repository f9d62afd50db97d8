#pragma once

#include "reminders/claims.hpp"

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
    explicit Agenda(const Sender& sender) : sender_(sender) {}

    /// Whether there is anything to send, to try again, to recover or to note; reads only. Most runs end here.
    bool is_open(store::Transaction& transaction, Outbox& outbox);

    /// Notes new rules; to be called in the first transaction that writes.
    void begin(Outbox& outbox);
    /// Hands the next ones, at most `count`, to `claims`; adds their regions. Gives how many there were.
    std::size_t take(store::Transaction& transaction, Outbox& outbox, Claims& claims, std::set<std::string>& regions,
                     std::size_t count);
    /// What this run wrote is no news to it.
    void note_own_entries(Outbox& outbox) { entry_ = outbox.newest_entry(); }

    /// Cancels what failed and is asked for no longer, and gives up what grew stale. Gives the rows that changed.
    std::vector<Reminder> drop(store::Transaction& transaction, Outbox& outbox);

private:
    using Item = std::pair<Candidate, Verdict>;

    void read_watermark(Outbox& outbox);
    std::vector<Item> items(store::Transaction& transaction, Outbox& outbox);
    void refresh(store::Transaction& transaction, Outbox& outbox);

    const Sender& sender_;
    std::optional<LastRun> last_;
    Watermark watermark_;
    Span span_;
    std::vector<Item> items_;
    std::size_t next_ = 0;
    std::set<std::string> seen_;
    std::optional<std::int64_t> entry_; ///< the newest in the record when the list was made
};

} // namespace peergroup::reminders
