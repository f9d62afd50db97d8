#pragma once

#include "reminders/claims.hpp"

#include <string>
#include <vector>

namespace peergroup::reminders {

/// What is known of one message beforehand, or was made of it: a state of `ReminderState`, or `planned`.
struct Preview {
    Candidate candidate;
    std::string state = {};
    std::string code = {}; ///< why it is so, or empty
};

/// The messages that are due in the range, as everything is now; of the actor's regions. Reads no address.
std::vector<Preview> preview(store::Transaction& transaction, const Sender& sender, const Span& span);

/// What every rule about the event says of the recipient, in the order of the rules: `not-concerned` where the event does not
/// concern the recipient, `too-late` where nobody could be told any more.
std::vector<Preview> why_remind(store::Transaction& transaction, const Sender& sender, const Event& event,
                                const Recipient& recipient);

} // namespace peergroup::reminders
