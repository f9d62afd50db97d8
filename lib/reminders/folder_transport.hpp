#pragma once

#include "documents/maildir.hpp"
#include "reminders/transport.hpp"

#include <optional>

namespace peergroup::reminders {

/// Keeps mail in the Maildir `outbox/mail` of the workspace; nothing leaves. The same id again replaces the file.
class MailFolderTransport : public Transport {
public:
    MailFolderTransport(catalogue::MailDelivery settings, std::filesystem::path workspace);
    /// `held`, or `refused` as `address-invalid`.
    Delivery deliver(const Message& message) override;

private:
    catalogue::MailDelivery settings_;
    std::filesystem::path workspace_;
    std::optional<documents::Maildir> folder_;
};

/// Keeps short messages in `outbox/sms`, which is laid out as a Maildir: a file each, with number, sender and text.
class SmsFolderTransport : public Transport {
public:
    SmsFolderTransport(catalogue::SmsDelivery settings, std::filesystem::path workspace);
    /// `held`, or `refused` as the gateway's transport does it before anything leaves.
    Delivery deliver(const Message& message) override;

private:
    catalogue::SmsDelivery settings_;
    std::filesystem::path workspace_;
    std::optional<documents::Maildir> folder_;
};

} // namespace peergroup::reminders
