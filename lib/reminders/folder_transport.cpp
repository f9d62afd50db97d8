#include "reminders/folder_transport.hpp"

#include "reminders/mail_of.hpp"
#include "reminders/short_message.hpp"

#include <fmt/format.h>

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
    const ShortMessage ready = short_message_of(message, settings_);
    if (!ready.fault.empty()) return {Delivered::refused, ready.fault};
    if (!folder_) folder_.emplace(workspace_, "outbox/sms");
    folder_->add(file_name(message),
                 fmt::format("To: {}\nFrom: {}\nDate: {}\nMessage-ID: {}\nSegments: {}\n\n{}\n", ready.number, settings_.sender,
                             message.created.text(), message.id, ready.segments, ready.text));
    return {Delivered::held};
}

} // namespace peergroup::reminders
