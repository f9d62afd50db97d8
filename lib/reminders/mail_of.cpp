#include "reminders/mail_of.hpp"

#include <stdexcept>

namespace peergroup::reminders {

std::optional<documents::MailMessage> mail_of(const Message& message, const catalogue::MailDelivery& settings) {
    const auto to = documents::MailAddress::parse(message.recipient);
    if (!to) return std::nullopt;
    const auto from = documents::MailAddress::parse(settings.from);
    if (!from) throw std::invalid_argument("no address of a sender");
    return documents::MailMessage{.id = message.id,
                                  .domain = settings.message_domain,
                                  .from = *from,
                                  .from_name = settings.from_name,
                                  .to = *to,
                                  .subject = message.subject,
                                  .text = message.text,
                                  .language = std::string(peergroup::code_of(message.language)),
                                  .list_unsubscribe = settings.list_unsubscribe,
                                  .date = message.created};
}

} // namespace peergroup::reminders
