#include "reminders/folder_transport.hpp"

#include "reminders/mail_of.hpp"
#include "reminders/short_text.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace peergroup::reminders {

namespace {

/// A name that is the same for the same message, sorted by time and known to Maildir readers as unique.
std::string file_name(const Message& message) {
    return fmt::format("{}.{}.peergroup", message.created.seconds(), message.id);
}

} // namespace

MailFolderTransport::MailFolderTransport(catalogue::MailDelivery settings, std::filesystem::path workspace)
    : settings_(std::move(settings)), workspace_(std::move(workspace)) {}

Delivery MailFolderTransport::deliver(const Message& message) {
    const auto mail = mail_of(message, settings_);
    if (!mail) return {Delivered::refused, "address-invalid"};
    const std::string bytes = documents::mail_bytes(*mail, documents::LineEnd::local);
    if (!folder_) folder_.emplace(workspace_, "outbox/mail");
    folder_->add(file_name(message), bytes);
    return {Delivered::held};
}

SmsFolderTransport::SmsFolderTransport(catalogue::SmsDelivery settings, std::filesystem::path workspace)
    : settings_(std::move(settings)), workspace_(std::move(workspace)) {}

Delivery SmsFolderTransport::deliver(const Message& message) {
    const auto number = PhoneNumber::parse(message.recipient);
    if (!number) return {Delivered::refused, "number-invalid"};
    const std::string text = short_text(message.text);
    if (count_segments(text) > settings_.max_segments) return {Delivered::refused, "text-too-long"};
    if (!documents::is_message_id(message.id)) throw std::invalid_argument("no id of a message");
    if (!folder_) folder_.emplace(workspace_, "outbox/sms");
    folder_->add(file_name(message),
                 fmt::format("To: {}\nFrom: {}\nDate: {}\nMessage-ID: {}\nSegments: {}\n\n{}\n", number->text(), settings_.sender,
                             message.created.text(), message.id, count_segments(text), text));
    return {Delivered::held};
}

} // namespace peergroup::reminders
