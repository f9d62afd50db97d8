#include "reminders/transport.hpp"

#include "reminders/folder_transport.hpp"
#include "reminders/gateway_transport.hpp"
#include "reminders/sendmail_transport.hpp"
#include "reminders/smtp_transport.hpp"

namespace peergroup::reminders {

std::string_view code_of(Delivered delivered) {
    switch (delivered) {
    case Delivered::held:
        return "held";
    case Delivered::sent:
        return "sent";
    case Delivered::later:
        return "later";
    case Delivered::refused:
        return "refused";
    case Delivered::unknown:
        break;
    }
    return "unknown";
}

std::unique_ptr<Transport> mail_transport(const catalogue::MailDelivery& settings, const TransportFolders& folders) {
    switch (settings.transport) {
    case catalogue::MailTransport::smtp:
        return std::make_unique<SmtpTransport>(settings, folders.modules);
    case catalogue::MailTransport::sendmail:
        return std::make_unique<SendmailTransport>(settings);
    case catalogue::MailTransport::folder:
        break;
    }
    return std::make_unique<MailFolderTransport>(settings, folders.workspace);
}

std::unique_ptr<Transport> sms_transport(const catalogue::SmsDelivery& settings, const TransportFolders& folders) {
    if (settings.transport == catalogue::SmsTransport::gateway)
        return std::make_unique<GatewayTransport>(settings, folders.modules);
    return std::make_unique<SmsFolderTransport>(settings, folders.workspace);
}

} // namespace peergroup::reminders
