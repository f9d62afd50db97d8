#pragma once

#include "reminders/connection.hpp"
#include "reminders/transport.hpp"

#include <optional>

namespace peergroup::reminders {

/// Hands mail to a server, over one connection for all of it.
class SmtpTransport : public Transport {
public:
    SmtpTransport(catalogue::MailDelivery settings, std::filesystem::path modules);
    /// Also throws what read_secret and open_connection_module throw.
    Delivery deliver(const Message& message) override;

private:
    void connect();

    catalogue::MailDelivery settings_;
    std::filesystem::path modules_;
    std::optional<Connection> connection_;
};

} // namespace peergroup::reminders
