#pragma once

#include "reminders/attempt_log.hpp"
#include "reminders/claims.hpp"
#include "reminders/transport.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// The ways in which messages leave.
struct Transports {
    Transport& mail;
    Transport& sms;
};

/// What one run of `send_due` is given.
struct SendRun {
    Sender sender;
    bool rehearsal = false;
    std::function<bool()> may_go_on = [] { return true; }; ///< asked before each message: a run has its time
};

/// What a run did.
struct SendReport {
    std::map<ReminderState, std::int64_t> counts = {}; ///< of messages that were in hand, by where they stand now
    std::vector<Problem> problems = {};                ///< with a transport, each once: it stopped that way of sending
    bool ended_early = false;                          ///< its time was over; the next run goes on
};

/// Where the delivery leaves a reminder that was in hand; after a failure that may pass with the instant of the next attempt, as
/// long as the rules state one.
void settle(Reminder& reminder, const Delivery& delivery, const Sender& sender);

/// Whether there is nothing to do: nobody wrote since the last run, and nothing has become due. Reads two rows.
bool is_idle(store::Database& database, const Sender& sender);

/// Sends everything that is due and unsent, each message once: rows are claimed in one transaction, messages leave outside of
/// any, and what became of them is written in another, many at a time. What a killed run had in hand is told by `log`. Whoever
/// calls holds the lock of the job.
SendReport send_due(store::Database& database, const Transports& transports, AttemptLog& log, const SendRun& run);

} // namespace peergroup::reminders
