#include "reminders/gateway_transport.hpp"

#include "documents/json_text.hpp"
#include "documents/json_writer.hpp"
#include "reminders/secret_file.hpp"
#include "reminders/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace peergroup::reminders {

namespace {

using catalogue::GatewayBody;
using Field = std::pair<std::string_view, std::string_view>;

/// As HTML forms are sent (application/x-www-form-urlencoded).
std::string form_encoded(std::string_view text) {
    std::string encoded;
    for (const char byte : text) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                           byte == '-' || byte == '.' || byte == '_';
        if (plain)
            encoded += byte;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    }
    return encoded;
}

std::string form_of(const std::vector<Field>& fields) {
    std::string form;
    for (const auto& [name, value] : fields)
        form += fmt::format("{}{}={}", form.empty() ? "" : "&", form_encoded(name), form_encoded(value));
    return form;
}

std::string json_of(const std::vector<Field>& fields) {
    documents::JsonWriter writer(documents::JsonWriter::Layout::compact);
    writer.open('{');
    for (const auto& [name, value] : fields) {
        writer.key(name);
        writer.value(documents::json_string(value));
    }
    writer.close('}');
    return writer.take();
}

} // namespace

GatewayTransport::GatewayTransport(catalogue::SmsDelivery settings, std::filesystem::path modules)
    : settings_(std::move(settings)), modules_(std::move(modules)) {}

void GatewayTransport::connect() {
    const catalogue::SmsGateway& gateway = settings_.gateway;
    if (!gateway.token_file.empty()) token_.emplace(read_secret(gateway.token_file));
    const ConnectionTerms terms{.url = gateway.url.c_str(),
                                .ca_file = gateway.ca_file.c_str(),
                                .require_tls = 0, // the URL says it
                                .timeout_seconds = gateway.timeout_seconds,
                                .user = "",
                                .password = ""};
    connection_.emplace(open_connection_module(modules_), terms);
}

std::vector<std::string> GatewayTransport::headers_for(const std::string& id) const {
    const catalogue::SmsGateway& gateway = settings_.gateway;
    std::vector<std::string> headers{gateway.body == GatewayBody::json ? "Content-Type: application/json"
                                                                       : "Content-Type: application/x-www-form-urlencoded"};
    if (!gateway.id_header.empty()) headers.push_back(gateway.id_header + ": " + id);
    if (!token_) return headers;
    headers.push_back(fmt::format("{}: {}{}{}", gateway.token_header, gateway.token_scheme,
                                  gateway.token_scheme.empty() ? "" : " ", reinterpret_cast<const char*>(token_->data())));
    return headers;
}

Delivery GatewayTransport::deliver(const Message& message) {
    const ShortMessage ready = short_message_of(message, settings_);
    if (!ready.fault.empty()) return {Delivered::refused, ready.fault};
    const std::string body = gateway_body(ready, message.id, settings_);
    if (!connection_) connect();
    std::vector<std::string> headers = headers_for(message.id);
    std::vector<const char*> lines;
    std::ranges::transform(headers, std::back_inserter(lines), [](const std::string& header) { return header.c_str(); });
    const TransferEnd end =
        connection_->post({.headers = lines.data(), .header_count = lines.size(), .body = {body.data(), body.size()}});
    for (std::string& header : headers)
        vault::wipe(header);
    return gateway_verdict(end);
}

std::string gateway_body(const ShortMessage& message, const std::string& id, const catalogue::SmsDelivery& settings) {
    const catalogue::SmsGateway& gateway = settings.gateway;
    std::vector<Field> fields{{gateway.to_field, message.number}, {gateway.text_field, message.text}};
    if (!settings.sender.empty()) fields.emplace_back(gateway.sender_field, settings.sender);
    if (!gateway.id_field.empty()) fields.emplace_back(gateway.id_field, id);
    return gateway.body == GatewayBody::json ? json_of(fields) : form_of(fields);
}

} // namespace peergroup::reminders
