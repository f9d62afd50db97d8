#pragma once

#include "reminders/connection.hpp"
#include "reminders/short_message.hpp"
#include "vault/secret.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// Hands short messages to a gateway, one POST for each, over one connection.
class GatewayTransport : public Transport {
public:
    GatewayTransport(catalogue::SmsDelivery settings, std::filesystem::path modules);
    /// Also throws what read_secret and open_connection_module throw.
    Delivery deliver(const Message& message) override;

private:
    void connect();
    std::vector<std::string> headers_for(const std::string& id) const;

    catalogue::SmsDelivery settings_;
    std::filesystem::path modules_;
    std::optional<Connection> connection_;
    std::optional<vault::SecretBytes> token_;
};

/// The body of the request: the fields that the settings name, as JSON or as a form.
std::string gateway_body(const ShortMessage& message, const std::string& id, const catalogue::SmsDelivery& settings);

} // namespace peergroup::reminders
