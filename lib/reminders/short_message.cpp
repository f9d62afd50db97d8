#include "reminders/short_message.hpp"

#include "documents/mail_message.hpp"
#include "reminders/short_text.hpp"

#include <stdexcept>
#include <utility>

namespace peergroup::reminders {

ShortMessage short_message_of(const Message& message, const catalogue::SmsDelivery& settings) {
    if (!documents::is_message_id(message.id)) throw std::invalid_argument("no id of a message");
    const auto number = PhoneNumber::parse(message.recipient);
    if (!number) return {.fault = "number-invalid"};
    std::string text = short_text(message.text);
    const int segments = count_segments(text);
    if (segments == 0) return {.fault = "text-empty"};
    if (segments > settings.max_segments) return {.fault = "text-too-long"};
    return {.number = number->text(), .text = std::move(text), .segments = segments};
}

} // namespace peergroup::reminders
