#pragma once

#include "groups/session_notes.hpp"
#include "sessions/finish_group.hpp"
#include "sessions/log_sessions.hpp"
#include "sessions/withdraw.hpp"
#include "unit/field/admission_in_county.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace field {

namespace sessions_room = peergroup::sessions;

/// How a sheet of marks is taken.
struct LogManner {
    std::string_view today = "2026-12-31";
    batches::Mode mode = batches::Mode::atomic;
    bool dry_run = false;
};

inline Told log(County& county, std::string rows, const LogManner& manner = {}) {
    documents::Sheet sheet = sheet_of(std::move(rows), sessions_room::log_columns());
    return told(sessions_room::log_sessions(county.database(), county.rules(), county.journal("session log"),
                                            {.mode = manner.mode, .dry_run = manner.dry_run, .spool_folder = county.spool()},
                                            {.sheet = sheet, .today = day(manner.today)}));
}

/// Takes people out of a group, `last_day` being their last.
inline void withdraw(County& county, std::string_view code, std::vector<std::int64_t> numbers, std::string_view last_day,
                     std::string reason = "moved_away") {
    sessions_room::Withdrawal withdrawal{{group_code(code)}, {}, day(last_day), std::move(reason), day("2027-12-31")};
    for (const std::int64_t number : numbers)
        withdrawal.people.push_back(person(number));
    sessions_room::withdraw(county.database(), county.rules(), county.journal("withdraw"), withdrawal);
}

inline sessions_room::FinishedGroup finish(County& county, std::string_view code, std::string_view last_day,
                                           bool cancel_remaining = true) {
    return sessions_room::finish_group(county.database(), county.rules(), county.journal("group finish"),
                                       {group_code(code), day(last_day), day("2027-12-31"), cancel_remaining});
}

/// Ends a group before its time.
inline sessions_room::FinishedGroup cancel_group(County& county, std::string_view code, std::string_view last_day) {
    return sessions_room::finish_group(county.database(), county.rules(), county.journal("group cancel"),
                                       {group_code(code), day(last_day), day("2027-12-31"), true, true, "too_few_participants"});
}

/// What was noted of a meeting.
inline groups::Themes themes_of(County& county, const groups::Session& session) {
    store::Transaction transaction = county.database().read();
    return groups::SessionNotes(transaction, *county.ring()).of(session.id);
}

} // namespace field
