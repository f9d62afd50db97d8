#include "catalogue_folder.hpp"
#include "shipped.hpp"

using namespace peergroup::catalogue;

namespace {

Lines faults_of(std::string_view text) {
    const CatalogueFolder folder;
    folder.write("delivery.toml", text);
    return folder.check();
}

Delivery delivery_of(std::string_view text) {
    const CatalogueFolder folder;
    folder.write("delivery.toml", text);
    REQUIRE(folder.check() == Lines{});
    return Catalogue(folder.path()).delivery();
}

constexpr std::string_view sender = "[mail]\ntransport = \"smtp\"\nfrom = \"ryhmat@example.org\"\n";

} // namespace

TEST_CASE("as shipped no message leaves, and without the file none does either") {
    const CatalogueFolder folder;
    const Delivery absent = Catalogue(folder.path()).delivery();
    for (const Delivery& delivery : {shipped_catalogue().delivery(), absent}) {
        CHECK((delivery.mail.transport == MailTransport::folder));
        CHECK((delivery.sms.transport == SmsTransport::folder));
        CHECK(delivery.mail.from == "no-reply@peergroup.invalid");
        CHECK(delivery.sms.max_segments == 2);
    }
}

TEST_CASE("how messages leave is part of what a decision was made under") {
    const CatalogueFolder folder;
    const std::string before = Catalogue(folder.path()).digest();
    folder.write("delivery.toml", "[sms]\nmax_segments = 1\n");
    CHECK(Catalogue(folder.path()).digest() != before);
    CHECK(Catalogue(folder.path()).content().find(" delivery.toml\n") != std::string::npos);
}

TEST_CASE("a mail server is stated with what guards the connection") {
    const Delivery delivery = delivery_of(std::string(sender) + R"(from_name = "Vertaisryhmät"
list_unsubscribe = "mailto:ryhmat@example.org"
[mail.smtp]
host = "mail.example.org"
tls = "tls"
ca_file = "/etc/ssl/our-own.pem"
user = "ryhmat"
password_file = "/etc/peergroup/smtp-password"
)");
    const MailDelivery& mail = delivery.mail;
    CHECK((mail.transport == MailTransport::smtp));
    CHECK(mail.from_name == "Vertaisryhmät");
    CHECK(mail.message_domain == "example.org");
    CHECK(mail.smtp.host == "mail.example.org");
    CHECK((mail.smtp.guard == ConnectionGuard::tls));
    CHECK(mail.smtp.port == 465);
    CHECK(mail.smtp.timeout_seconds == 30);
    CHECK((delivery_of(std::string(sender) + "[mail.smtp]\nhost = \"mail.example.org\"\n").mail.smtp.guard ==
           ConnectionGuard::starttls));
    for (const std::string host : {"localhost", "127.0.0.1", "::1"})
        CHECK((delivery_of(std::string(sender) + "[mail.smtp]\ntls = \"none\"\nhost = \"" + host + "\"\n").mail.smtp.guard ==
               ConnectionGuard::none));
}

TEST_CASE("neither mail nor a password is sent in the clear beyond this machine") {
    for (const std::string host : {"mail.example.org", "127.example.org", "10.0.0.1"})
        CHECK(
            faults_of(std::string(sender) + "[mail.smtp]\nhost = \"" + host + "\"\ntls = \"none\"\n") ==
            Lines{"delivery.toml:6:7: mail.smtp.tls may be \"none\" only where the host is this machine [config-contradiction]"});
    CHECK(faults_of(std::string(sender) +
                    "[mail.smtp]\nhost = \"localhost\"\ntls = \"none\"\nuser = \"a\"\npassword_file = \"/etc/password\"\n") ==
          Lines{"delivery.toml:7:8: mail.smtp.user needs tls = \"starttls\" or \"tls\": a password is not sent in the clear "
                "[config-contradiction]"});
    CHECK(faults_of("[sms.gateway]\nurl = \"http://gateway.example.org/\"\n") ==
          Lines{"delivery.toml:2:7: sms.gateway.url may be http only where the host is this machine [config-contradiction]"});
    for (const char* const url : {"https://user:secret@gateway.example.org/", "ftp://gateway.example.org/", "https:///x",
                                  "http://127.0.0.1@gateway.example.org/", "https://gateway.example.org/#a", "https://a b/"})
        CHECK(faults_of("[sms.gateway]\nurl = \"" + std::string(url) + "\"\n") ==
              Lines{"delivery.toml:2:7: sms.gateway.url must be an https URL without user, password and fragment "
                    "[config-malformed]"});
}

TEST_CASE("a transport needs what it leaves by, and a sender that exists") {
    CHECK(faults_of("[mail]\ntransport = \"smtp\"\n[sms]\ntransport = \"gateway\"\n") ==
          Lines{"delivery.toml:1:1: mail.from must be an address that exists before mail leaves [config-contradiction]",
                "delivery.toml:1:1: mail.smtp is missing, and the transport needs it [config-missing-key]",
                "delivery.toml:3:1: sms.gateway is missing, and the transport needs it [config-missing-key]"});
    CHECK(
        faults_of(
            "[mail]\ntransport = \"sendmail\"\nfrom = \"a@example.org\"\n[mail.sendmail]\ncommand = [\"sendmail\", \"-t\"]\n") ==
        Lines{"delivery.toml:5:11: mail.sendmail.command must begin with the path of a program, from the root [config-malformed]",
              "delivery.toml:5:11: mail.sendmail.command must not take recipients from the text of the mail (-t) "
              "[config-contradiction]"});
    CHECK(faults_of("[mail.smtp]\nhost = \"mail.example.org\"\nuser = \"a\"\n") ==
          Lines{"delivery.toml:3:8: mail.smtp.user needs both user and password_file [config-contradiction]"});
}

TEST_CASE("what would add a header or a second recipient is no address, name or URI") {
    CHECK(
        faults_of("[mail]\nfrom = \"a@example.org, b@example.org\"\nfrom_name = \"A\\nBcc: x\"\nlist_unsubscribe = \"http://x\"\n"
                  "message_domain = \"a b\"\n[sms]\nsender = \"Liian pitkä nimi\"\n") ==
        Lines{"delivery.toml:2:8: mail.from must be one address such as name@example.org, not \"a@example.org, b@example.org\" "
              "[config-malformed]",
              "delivery.toml:3:13: mail.from_name must be one line of text, not \"A\\u{a}Bcc: x\" [config-malformed]",
              "delivery.toml:4:20: mail.list_unsubscribe must be a mailto: or https: URI of at most 400 characters "
              "[config-malformed]",
              "delivery.toml:5:18: mail.message_domain must be the name of a host, not \"a b\" [config-malformed]",
              "delivery.toml:7:10: sms.sender must be a number, or up to 11 letters and digits [config-malformed]"});
}

TEST_CASE("a gateway is stated by the names of its fields") {
    const SmsGateway gateway = delivery_of(R"([sms]
transport = "gateway"
sender = "Ryhmat"
[sms.gateway]
url = "http://127.0.0.1:8080/send"
body = "form"
to_field = "recipient"
id_field = "ref"
token_file = "/etc/peergroup/token"
token_header = "X-Api-Key"
)")
                                   .sms.gateway;
    CHECK((gateway.body == GatewayBody::form));
    CHECK(gateway.to_field == "recipient");
    CHECK(gateway.text_field == "text");
    CHECK(gateway.id_field == "ref");
    CHECK(gateway.token_header == "X-Api-Key");
    CHECK(gateway.token_scheme.empty());
    CHECK(faults_of("[sms.gateway]\nurl = \"https://gateway.example.org/\"\ntoken_scheme = \"Basic\"\nid_field = \"a b\"\n") ==
          Lines{"delivery.toml:1:1: sms.gateway.token_file is missing, and the token's header needs it [config-missing-key]",
                "delivery.toml:4:12: sms.gateway.id_field must be letters, digits, hyphens and underscores, not \"a b\" "
                "[config-malformed]"});
}
