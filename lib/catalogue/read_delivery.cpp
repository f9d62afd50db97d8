#include "catalogue/read_delivery.hpp"

#include "catalogue/delivery_fields.hpp"
#include "documents/mail_message.hpp"
#include "documents/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace peergroup::catalogue {

using documents::TomlDocument;
using documents::TomlTable;
using documents::Word;

namespace {

constexpr std::array<Word<MailTransport>, 3> mail_words{
    {{"folder", MailTransport::folder}, {"sendmail", MailTransport::sendmail}, {"smtp", MailTransport::smtp}}};
constexpr std::array<Word<SmsTransport>, 2> sms_words{{{"folder", SmsTransport::folder}, {"gateway", SmsTransport::gateway}}};
constexpr std::array<Word<ConnectionGuard>, 3> guard_words{
    {{"starttls", ConnectionGuard::starttls}, {"tls", ConnectionGuard::tls}, {"none", ConnectionGuard::none}}};
constexpr std::array<Word<GatewayBody>, 2> body_words{{{"json", GatewayBody::json}, {"form", GatewayBody::form}}};
constexpr documents::WholeRange patience{1, 600};

/// Sets `target` where there is a value.
template <class Value> void put(Value& target, std::optional<Value> value) {
    if (value) target = *std::move(value);
}

/// Reports the absence of what a transport cannot do without.
void require_stated(const TomlTable& table, std::string_view key, bool stated) {
    if (!stated) table.report(key, "config-missing-key", "is missing, and the transport needs it");
}

void read_login(const TomlTable& table, SmtpServer& server) {
    put(server.user, read_line(table, "user"));
    put(server.password_file, read_path(table, "password_file"));
    if (server.user.empty() != server.password_file.empty())
        table.report(server.user.empty() ? "password_file" : "user", "config-contradiction", "needs both user and password_file");
    if (!server.user.empty() && server.guard == ConnectionGuard::none)
        table.report("user", "config-contradiction", "needs tls = \"starttls\" or \"tls\": a password is not sent in the clear");
}

void read_smtp(const TomlTable& mail, MailDelivery& delivery) {
    SmtpServer& server = delivery.smtp;
    const auto table = mail.table("smtp");
    if (delivery.transport == MailTransport::smtp) require_stated(mail, "smtp", table.has_value());
    if (!table) return;
    const auto host = table->require("host") ? read_host_name(*table, "host") : std::nullopt;
    put(server.host, host);
    put(server.guard, table->choice("tls", guard_words));
    server.port = table->whole("port", {1, 65535}).value_or(server.guard == ConnectionGuard::tls ? 465 : 587);
    put(server.ca_file, read_path(*table, "ca_file"));
    put(server.timeout_seconds, table->whole("timeout_seconds", patience));
    if (host && server.guard == ConnectionGuard::none && !is_this_machine(*host))
        table->report("tls", "config-contradiction", "may be \"none\" only where the host is this machine");
    read_login(*table, server);
}

void read_sendmail(const TomlTable& mail, MailDelivery& delivery) {
    const auto table = mail.table("sendmail");
    if (delivery.transport == MailTransport::sendmail) require_stated(mail, "sendmail", table.has_value());
    if (!table) return;
    table->require("command");
    delivery.sendmail_command = table->texts("command");
    put(delivery.sendmail_timeout_seconds, table->whole("timeout_seconds", patience));
    if (!delivery.sendmail_command.empty() && delivery.sendmail_command.front().front() != '/')
        table->report("command", "config-malformed", "must begin with the path of a program, from the root");
    if (std::ranges::find(delivery.sendmail_command, "-t") != delivery.sendmail_command.end())
        table->report("command", "config-contradiction", "must not take recipients from the text of the mail (-t)");
}

void read_sender(const TomlTable& table, MailDelivery& mail) {
    const auto from = read_mail_address(table, "from");
    put(mail.from, from);
    put(mail.from_name, read_line(table, "from_name"));
    mail.message_domain = mail.from.substr(mail.from.find('@') + 1);
    put(mail.message_domain, read_host_name(table, "message_domain"));
    if (!documents::is_host_name(mail.message_domain))
        table.report("message_domain", "config-malformed", "must be the name of a host");
    put(mail.list_unsubscribe, read_line(table, "list_unsubscribe"));
    if (!mail.list_unsubscribe.empty() && !documents::is_unsubscribe_uri(mail.list_unsubscribe))
        table.report("list_unsubscribe", "config-malformed", "must be a mailto: or https: URI of at most 400 characters");
    const bool placeholder =
        mail.from.ends_with(".invalid") && (from || !table.text("from")); // what is malformed was told already
    if (mail.transport != MailTransport::folder && placeholder)
        table.report("from", "config-contradiction", "must be an address that exists before mail leaves");
}

MailDelivery read_mail(const TomlTable& table) {
    MailDelivery mail;
    put(mail.transport, table.choice("transport", mail_words));
    read_sender(table, mail);
    read_sendmail(table, mail);
    read_smtp(table, mail);
    return mail;
}

void read_token(const TomlTable& table, SmsGateway& gateway) {
    put(gateway.token_file, read_path(table, "token_file"));
    const auto header = read_field_name(table, "token_header");
    const auto scheme = read_field_name(table, "token_scheme");
    put(gateway.token_header, header);
    if (header) gateway.token_scheme.clear(); // a header of the gateway's own holds the token alone
    put(gateway.token_scheme, scheme);
    if ((header || scheme) && gateway.token_file.empty())
        table.report("token_file", "config-missing-key", "is missing, and the token's header needs it");
}

void read_gateway(const TomlTable& sms, SmsDelivery& delivery) {
    SmsGateway& gateway = delivery.gateway;
    const auto table = sms.table("gateway");
    if (delivery.transport == SmsTransport::gateway) require_stated(sms, "gateway", table.has_value());
    if (!table) return;
    if (table->require("url")) gateway.url = table->text("url").value_or("");
    const auto host = host_of_url(gateway.url);
    if (!gateway.url.empty() && !host)
        table->report("url", "config-malformed", "must be an https URL without user, password and fragment");
    if (host && gateway.url.starts_with("http://") && !is_this_machine(*host))
        table->report("url", "config-contradiction", "may be http only where the host is this machine");
    put(gateway.body, table->choice("body", body_words));
    put(gateway.to_field, read_field_name(*table, "to_field"));
    put(gateway.text_field, read_field_name(*table, "text_field"));
    put(gateway.sender_field, read_field_name(*table, "sender_field"));
    put(gateway.id_field, read_field_name(*table, "id_field"));
    put(gateway.id_header, read_field_name(*table, "id_header"));
    put(gateway.ca_file, read_path(*table, "ca_file"));
    put(gateway.timeout_seconds, table->whole("timeout_seconds", patience));
    read_token(*table, gateway);
}

/// A number of at most 15 digits, or up to 11 letters, digits and spaces, of which one is a letter (3GPP TS 23.040,
/// section 9.1.2.5).
bool is_sender(std::string_view text) {
    const auto digit = [](char byte) { return byte >= '0' && byte <= '9'; };
    const auto letter = [](char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); };
    const std::string_view number = text.substr(text.starts_with('+') ? 1 : 0);
    if (!number.empty() && number.size() <= 15 && std::ranges::all_of(number, digit)) return true;
    return text.size() <= 11 && std::ranges::any_of(text, letter) &&
           std::ranges::all_of(text, [&](char byte) { return digit(byte) || letter(byte) || byte == ' '; });
}

SmsDelivery read_sms(const TomlTable& table) {
    SmsDelivery sms;
    put(sms.transport, table.choice("transport", sms_words));
    put(sms.sender, table.text("sender"));
    if (!sms.sender.empty() && !is_sender(sms.sender))
        table.report("sender", "config-malformed", "must be a number, or up to 11 letters and digits");
    put(sms.max_segments, table.whole("max_segments", {1, 10}));
    read_gateway(table, sms);
    return sms;
}

} // namespace

Delivery read_delivery(const SourceFile& file, Findings& findings) {
    TomlDocument document(file.text, file.shown);
    const TomlTable root = document.root();
    Delivery delivery;
    if (const auto mail = root.table("mail")) delivery.mail = read_mail(*mail);
    if (const auto sms = root.table("sms")) delivery.sms = read_sms(*sms);
    findings.problems = document.finish();
    return delivery;
}

} // namespace peergroup::catalogue
