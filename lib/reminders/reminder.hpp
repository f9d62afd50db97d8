#pragma once

#include "calendar/instant.hpp"
#include "catalogue/reminder_rules.hpp"
#include "reminders/due.hpp"
#include "reminders/event.hpp"
#include "reminders/transport.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::reminders {

/// Where a reminder stands. `claimed`: a run has it in hand. `failed`: to be tried again. `given_up`: refused, or tried often
/// enough. `missed`: too old when it could have been sent. `skipped`: its recipient gets no message, the code says why.
/// `unknown`: perhaps sent, and nobody confirmed it; only a person lets it be sent again.
enum class ReminderState { claimed, sent, held, failed, given_up, cancelled, missed, skipped, unknown };

/// `claimed`, `given_up`, …
std::string_view code_of(ReminderState state);
/// Throws std::invalid_argument for a word that is none.
ReminderState reminder_state(std::string_view code);

/// To whom a reminder goes: a person, a facilitator or an entry of `staff.toml`.
struct Recipient {
    std::int64_t person = 0;
    std::int64_t facilitator = 0;
    std::string staff = {};

    /// `P-0007`, `F-0003`, or the user.
    std::string code() const;
    auto operator<=>(const Recipient&) const = default;
};

/// A message that a rule asks for: unique by rule, recipient, event and what was told of it.
struct Candidate {
    const catalogue::ReminderRule* rule = nullptr;
    Event event;
    Recipient recipient;
    Due due;
    std::string refusal = {}; ///< why this recipient gets none: `child`; or empty
};

/// A reminder as it is kept.
struct Reminder {
    std::int64_t id = 0;
    std::string rule = {};
    catalogue::ReminderAbout about = catalogue::ReminderAbout::session;
    std::int64_t event = 0;
    Recipient recipient = {};
    int version = 0; ///< from 1: the event was moved after an earlier one
    std::int64_t group = 0;
    std::string region = {};
    std::string told = {};
    calendar::Instant due_at = {};
    calendar::Instant last_at = {};
    ReminderState state = ReminderState::claimed;
    std::string channel = {}; ///< `email`, `sms`, or empty
    int attempts = 0;
    std::optional<calendar::Instant> next_at = {}; ///< of `failed`
    calendar::Instant recorded_at = {};
    std::string code = {}; ///< why it stands there
};

} // namespace peergroup::reminders
