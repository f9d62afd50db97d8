#include "reminders/smtp_transport.hpp"

#include "reminders/mail_of.hpp"
#include "reminders/secret_file.hpp"
#include "reminders/verdict.hpp"

#include <fmt/format.h>

#include <utility>

namespace peergroup::reminders {

namespace {

/// The server, and behind it the name that this side greets it by, which tells nothing of this machine.
std::string url_of(const catalogue::MailDelivery& settings) {
    const catalogue::SmtpServer& server = settings.smtp;
    const bool six = server.host.find(':') != std::string::npos;
    return fmt::format("{}://{}{}{}:{}/{}", server.guard == catalogue::ConnectionGuard::tls ? "smtps" : "smtp", six ? "[" : "",
                       server.host, six ? "]" : "", server.port, settings.message_domain);
}

} // namespace

SmtpTransport::SmtpTransport(catalogue::MailDelivery settings, std::filesystem::path modules)
    : settings_(std::move(settings)), modules_(std::move(modules)) {}

void SmtpTransport::connect() {
    const catalogue::SmtpServer& server = settings_.smtp;
    std::optional<vault::SecretBytes> password;
    if (!server.user.empty()) password = read_secret(server.password_file);
    const std::string url = url_of(settings_);
    const ConnectionTerms terms{.url = url.c_str(),
                                .ca_file = server.ca_file.c_str(),
                                .require_tls = server.guard == catalogue::ConnectionGuard::none ? 0 : 1,
                                .timeout_seconds = server.timeout_seconds,
                                .user = server.user.c_str(),
                                .password = password ? reinterpret_cast<const char*>(password->data()) : ""};
    connection_.emplace(open_connection_module(modules_), terms);
}

Delivery SmtpTransport::deliver(const Message& message) {
    const auto mail = mail_of(message, settings_);
    if (!mail) return {Delivered::refused, "address-invalid"};
    const std::string bytes = documents::mail_bytes(*mail, documents::LineEnd::internet);
    if (!connection_) connect();
    return smtp_verdict(connection_->send(
        {.sender = mail->from.text().c_str(), .recipient = mail->to.text().c_str(), .mail = {bytes.data(), bytes.size()}}));
}

} // namespace peergroup::reminders
