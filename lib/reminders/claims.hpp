#pragma once

#include "calendar/instant.hpp"
#include "reminders/address.hpp"
#include "reminders/outbox.hpp"
#include "reminders/plan.hpp"
#include "reminders/reminder.hpp"
#include "reminders/sender.hpp"

#include <map>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// What is to become of a message that a rule asks for.
enum class Verdict {
    settled,   ///< nothing: it was sent, or is not this run's business
    due,       ///< it is sent
    again,     ///< it failed, and is tried again
    too_late,  ///< it is missed
    told_anew, ///< the event was moved since an earlier message, which is followed by another
};

/// How far the store was seen to when this run began.
struct Watermark {
    std::optional<calendar::Instant> through = {};             ///< by which everything due was seen to
    std::map<std::string, calendar::Instant> rules_since = {}; ///< what was due before a rule was known is none of its business
};

/// Decides by what is known of the candidate's last message. Pure.
Verdict verdict_on(const Candidate& candidate, const std::optional<Reminder>& last, const Watermark& watermark,
                   calendar::Instant now);

/// A reminder in hand with the message that is to leave.
struct Claim {
    Reminder reminder;
    Message message;
};

/// Writes the rows of candidates and makes their messages, in one transaction. Every address that is read is journalled in it.
class Claims {
public:
    Claims(store::Transaction& transaction, const Sender& sender, Outbox& outbox);

    /// The candidate's row, as the verdict says; its message is made by `messages`.
    void take(const Candidate& candidate, Verdict verdict);
    /// The messages of what was taken, with their rows claimed; recipients without an address are skipped, with the code why.
    std::vector<Claim> messages();
    /// The rows that were written as missed or skipped.
    const std::map<ReminderState, std::int64_t>& settled() const { return settled_; }

private:
    struct Taken {
        Candidate candidate;
        Reminder reminder;
        std::vector<people::Channel> ways;
    };

    Reminder row_of(const Candidate& candidate, Verdict verdict);
    std::string refusal_of(const Candidate& candidate, std::vector<people::Channel>& ways);
    void skip(Reminder& reminder, const std::string& code);
    void write(Reminder& reminder);
    void reveal_people(std::vector<Claim>& claims);
    void reveal_facilitators(std::vector<Claim>& claims);
    void claim(Taken& taken, const Address& address, Language language, std::vector<Claim>& claims);
    Language language_of(const std::string& stated, const Event& event) const;

    store::Transaction& transaction_;
    const Sender& sender_;
    Outbox& outbox_;
    people::PersonRegister people_;
    std::string store_;
    std::vector<Taken> taken_;
    std::map<ReminderState, std::int64_t> settled_;
};

} // namespace peergroup::reminders
