#pragma once

#include <string>
#include <vector>

namespace peergroup::catalogue {

/// How mail leaves: it stays in a folder of the workspace, a program of this machine takes it, or a server does.
enum class MailTransport { folder, sendmail, smtp };

/// How a connection is guarded: not at all (to this machine only), after STARTTLS, or from its first byte.
enum class ConnectionGuard { none, starttls, tls };

/// `[mail.smtp]`.
struct SmtpServer {
    std::string host;
    int port = 587;
    ConnectionGuard guard = ConnectionGuard::starttls;
    std::string ca_file; ///< certificates that are trusted, or empty: those of the system
    std::string user;    ///< or empty
    std::string password_file;
    int timeout_seconds = 30; ///< for one mail, the connection included
};

/// `[mail]` of `delivery.toml`.
struct MailDelivery {
    MailTransport transport = MailTransport::folder;
    std::string from = "no-reply@peergroup.invalid";
    std::string from_name = {};
    std::string message_domain = "peergroup.invalid"; ///< behind the id in a Message-ID
    std::string list_unsubscribe = {};                ///< a URI, or empty
    std::vector<std::string> sendmail_command = {};   ///< the program and its words; the recipient follows behind `--`
    int sendmail_timeout_seconds = 60;
    SmtpServer smtp = {};
};

/// How short messages leave.
enum class SmsTransport { folder, gateway };

/// How the body of a request is written.
enum class GatewayBody { json, form };

/// `[sms.gateway]`: an HTTP POST for each message.
struct SmsGateway {
    std::string url;
    GatewayBody body = GatewayBody::json;
    std::string to_field = "to";
    std::string text_field = "text";
    std::string sender_field = "from";
    std::string id_field = {};                  ///< of the body, or empty
    std::string id_header = "Idempotency-Key";  ///< or empty
    std::string token_file = {};                ///< what `token_header` says, or empty
    std::string token_header = "Authorization"; ///< …
    std::string token_scheme = "Bearer";        ///< word before the token, or empty
    std::string ca_file = {};
    int timeout_seconds = 30;
};

/// `[sms]` of `delivery.toml`.
struct SmsDelivery {
    SmsTransport transport = SmsTransport::folder;
    std::string sender = {}; ///< a number, or up to 11 letters and digits
    int max_segments = 2;    ///< a longer text is not sent
    SmsGateway gateway = {};
};

/// How messages leave, from `delivery.toml`. As it stands here nothing leaves: both are kept in folders of the workspace.
struct Delivery {
    MailDelivery mail = {};
    SmsDelivery sms = {};
};

} // namespace peergroup::catalogue
