#pragma once

#include "calendar/instant.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace peergroup::reminders {

/// The last run of the job that sends: what was seen to.
struct LastRun {
    std::optional<calendar::Instant> ended_at = {}; ///< none: it was cut off
    std::optional<calendar::Instant> through = {};
    std::optional<calendar::Instant> idle_until = {};
    std::int64_t journal = 0; ///< the newest entry of the record at its end
    std::string basis = {};   ///< `Sender::basis`
};

/// The runs of the job that sends, in one transaction.
class JobRuns {
public:
    explicit JobRuns(store::Transaction& transaction) : transaction_(transaction) {}

    /// The last run for these regions (`Sender::scope`).
    std::optional<LastRun> last(const std::string& scope);
    void begin(const std::string& scope, calendar::Instant now);
    void end(const std::string& scope, const LastRun& run);
    /// Until when everything was seen to by the run that saw to most.
    std::optional<calendar::Instant> seen_through();
    /// The number of the newest entry in the record of changes and reads.
    std::int64_t newest_entry();

private:
    store::Transaction& transaction_;
};

} // namespace peergroup::reminders
