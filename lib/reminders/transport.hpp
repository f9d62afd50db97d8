#pragma once

#include "calendar/instant.hpp"
#include "catalogue/delivery.hpp"
#include "language/language.hpp"
#include "people/person_details.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace peergroup::reminders {

/// One message to one recipient, ready to leave.
struct Message {
    std::string id; ///< 1 to 64 letters, digits and hyphens; a retry has the same: it makes the Message-ID of a mail
    people::Channel channel = people::Channel::email;
    std::string recipient; ///< an address of mail, or a telephone number
    std::string subject;   ///< of a mail
    std::string text;
    calendar::Instant created;
    Language language = Language::fi;
};

/// What became of a message: it was kept here, it was taken on, it can be tried again, this recipient or text is refused for
/// good, or it perhaps was taken on and nobody confirmed it.
enum class Delivered { held, sent, later, refused, unknown };

/// `held`, `sent`, `later`, `refused`, `unknown`.
std::string_view code_of(Delivered delivered);

struct Delivery {
    Delivered how = Delivered::held;
    std::string code = {}; ///< stable, such as `smtp-450`, empty for what went well; never holds what the other side wrote
    std::optional<std::chrono::seconds> retry_after = {}; ///< what the other side asked to wait before the next attempt
};

/// One way in which messages leave. Not for use from several threads at once.
class Transport {
public:
    Transport() = default;
    virtual ~Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    /// Hands one message over, in bounded time. Throws Problem only for what is wrong here and would be with the next message
    /// too: a folder that cannot be written, a secret that others can read, a module that is missing.
    virtual Delivery deliver(const Message& message) = 0;
};

/// Where transports keep what they hold and find what they open.
struct TransportFolders {
    std::filesystem::path workspace; ///< whose `outbox/` holds what does not leave
    std::filesystem::path modules;   ///< of the program: what is opened on demand
};

/// Mail as the settings say. Opens nothing yet; whatever it needs is met by the first message.
std::unique_ptr<Transport> mail_transport(const catalogue::MailDelivery& settings, const TransportFolders& folders);
/// Short messages as the settings say.
std::unique_ptr<Transport> sms_transport(const catalogue::SmsDelivery& settings, const TransportFolders& folders);

} // namespace peergroup::reminders
