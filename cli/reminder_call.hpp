#pragma once

#include "cli/call.hpp"
#include "documents/cell.hpp"
#include "reminders/claims.hpp"
#include "reminders/transport.hpp"

#include <memory>
#include <vector>

namespace peergroup::cli {

/// What the commands about reminders share.
class ReminderCall {
public:
    explicit ReminderCall(const Call& call);

    const catalogue::Catalogue& catalogue() const { return catalogue_; }
    const vault::Journal& journal() const { return journal_; }
    /// Of the instant, or now.
    reminders::Sender sender(std::optional<calendar::Instant> as_of = std::nullopt) const;

private:
    const Call& call_;
    catalogue::Catalogue catalogue_;
    vault::Journal journal_;
    std::vector<reminders::Coordinator> coordinators_;
};

/// Those whom `staff.toml` states.
std::vector<reminders::Coordinator> coordinators_of(const Call& call);

/// --now, or the clock.
calendar::Instant instant_of(const Call& call);

/// Where messages are kept and what is opened to send them.
reminders::TransportFolders transport_folders(const Call& call);

/// `14.9.2026 16.00`, by the clock of the region; RFC 3339 for programs.
documents::Cell moment(const Call& call, calendar::Instant instant, const calendar::Zone& zone);

/// The code of a reminder's state or reason with its words.
documents::Cell reminder_reason(Language language, const std::string& code);

/// Says loudly that mail or short messages are kept here and reach nobody; nothing where both leave.
std::vector<std::string> notices_of_held(const Call& call, const catalogue::Delivery& delivery);

} // namespace peergroup::cli
