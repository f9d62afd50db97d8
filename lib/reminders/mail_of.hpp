#pragma once

#include "documents/mail_message.hpp"
#include "reminders/transport.hpp"

#include <optional>

namespace peergroup::reminders {

/// The mail that a message makes under the settings; nothing where the recipient is no address of mail. Throws
/// std::invalid_argument for settings or an id that no reader lets through.
std::optional<documents::MailMessage> mail_of(const Message& message, const catalogue::MailDelivery& settings);

} // namespace peergroup::reminders
