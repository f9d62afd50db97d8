#include "reminders/transport.hpp"

#include "reminders/folder_transport.hpp"

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
    return std::make_unique<MailFolderTransport>(settings, folders.workspace);
}

std::unique_ptr<Transport> sms_transport(const catalogue::SmsDelivery& settings, const TransportFolders& folders) {
    return std::make_unique<SmsFolderTransport>(settings, folders.workspace);
}

} // namespace peergroup::reminders
