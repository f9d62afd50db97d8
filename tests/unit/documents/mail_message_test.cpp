#include "documents/mail_encoding.hpp"
#include "documents/mail_message.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>

using namespace peergroup;
using namespace peergroup::documents;

namespace {

MailMessage reminder() {
    return {.id = "r-42",
            .domain = "ryhmat.example.org",
            .from = *MailAddress::parse("ryhmat@example.org"),
            .from_name = "Vertaisryhmät",
            .to = *MailAddress::parse("mari@example.org"),
            .subject = "Tapaaminen torstaina klo 17",
            .text = "Hei!\n\nNähdään torstaina.\n",
            .language = "fi",
            .list_unsubscribe = "mailto:ryhmat@example.org?subject=stop",
            .date = *calendar::Instant::parse("2026-03-25T15:00:00Z")};
}

/// The longest line of a text, without its end.
std::size_t longest_line(const std::string& text) {
    std::istringstream lines(text);
    std::size_t longest = 0;
    for (std::string line; std::getline(lines, line);)
        longest = std::max(longest, line.size());
    return longest;
}

} // namespace

TEST_CASE("a mail is one part of plain text with the headers of a program's mail") {
    CHECK(mail_bytes(reminder(), LineEnd::local) == "Date: Wed, 25 Mar 2026 15:00:00 +0000\n"
                                                    "From: =?UTF-8?Q?Vertaisryhm=C3=A4t?=\n <ryhmat@example.org>\n"
                                                    "To: mari@example.org\n"
                                                    "Subject: Tapaaminen torstaina klo 17\n"
                                                    "Message-ID: <r-42@ryhmat.example.org>\n"
                                                    "Auto-Submitted: auto-generated\n"
                                                    "List-Unsubscribe: <mailto:ryhmat@example.org?subject=stop>\n"
                                                    "Content-Language: fi\n"
                                                    "MIME-Version: 1.0\n"
                                                    "Content-Type: text/plain; charset=utf-8\n"
                                                    "Content-Transfer-Encoding: quoted-printable\n"
                                                    "\n"
                                                    "Hei!\n\nN=C3=A4hd=C3=A4=C3=A4n torstaina.\n");
}

TEST_CASE("a mail that travels has CR LF at the end of each line and nowhere else") {
    MailMessage mail = reminder();
    mail.text = "a\rb\nc\r\nd";
    const std::string bytes = mail_bytes(mail, LineEnd::internet);
    CHECK(bytes.ends_with("\r\n\r\na\r\nb\r\nc\r\nd\r\n"));
    CHECK(std::ranges::count(bytes, '\r') == std::ranges::count(bytes, '\n'));
    for (std::size_t at = bytes.find('\n'); at != std::string::npos; at = bytes.find('\n', at + 1))
        CHECK(bytes.at(at - 1) == '\r');
}

TEST_CASE("no field can add a header or turn the direction of reading") {
    MailMessage mail = reminder();
    mail.subject = "Hei\r\nBcc: eve@example.org\x01\u202Egro";
    mail.from_name = "Ryhmät\r\n\r\nbody\u2066";
    const std::string bytes = mail_bytes(mail, LineEnd::local);
    CHECK(bytes.find("\nBcc:") == std::string::npos);
    CHECK(bytes.find("Subject: Hei  Bcc: eve@example.org  gro\n") != std::string::npos);
    CHECK(bytes.find("=?UTF-8?Q?Ryhm=C3=A4t____body_?=") != std::string::npos);
    CHECK(bytes.find("\n\nbody") == std::string::npos);
}

TEST_CASE("a text keeps its lines and tabs and loses what would steer its reader") {
    CHECK(quoted_printable("a\tb\x1b[31m\u202Ec\0d\x7f" + std::string(1, '\0') + "e\n") == "a\tb[31mce\n");
    CHECK(quoted_printable("a \n\t\n") == "a=20\n=09\n");
    CHECK(quoted_printable("1=2\xff") == "1=3D2=EF=BF=BD\n");
    CHECK(quoted_printable("").empty());
}

TEST_CASE("no line of a text is longer than 76 characters or read as an end or as another mail") {
    for (std::size_t length = 60; length < 160; ++length) {
        const std::string encoded = quoted_printable(std::string(length, 'x') + ".\n.\nFrom here\nää" + std::string(length, '.'));
        CHECK(longest_line(encoded) <= 76);
        CHECK(encoded.find("\n.") == std::string::npos);
        CHECK(encoded.find("\nFrom ") == std::string::npos);
    }
    CHECK(quoted_printable(".\nFrom here\n") == "=2E\n=46rom here\n");
}

TEST_CASE("a long or foreign header is folded between characters") {
    const std::string encoded =
        encoded_header("Määräaika lähestyy ja ryhmä tapaa jälleen Kajaanissa, tervetuloa äiti ja isä", 9, " ,");
    CHECK(longest_line(encoded) <= 76);
    CHECK(encoded.substr(0, encoded.find('\n')).size() + 9 <= 76);
    CHECK(encoded.find("=C3?=") == std::string::npos);
    CHECK(encoded_header("plain", 9, "") == "plain");
    CHECK(encoded_header("=?UTF-8?Q?trick?=", 9, "=?") == "=?UTF-8?Q?=3D=3FUTF=2D8=3FQ=3Ftrick=3F=3D?=");
    CHECK(encoded_header(" open", 9, " ") == "=?UTF-8?Q?_open?=");
    CHECK(longest_line(encoded_header(std::string(300, 'x'), 9, "")) <= 76);
}

TEST_CASE("an id, a domain or a URI that could not stand in its header is refused") {
    const auto refused = [](auto change) {
        MailMessage mail = reminder();
        change(mail);
        CHECK_THROWS_AS(mail_bytes(mail, LineEnd::local), std::invalid_argument);
    };
    refused([](MailMessage& mail) { mail.id = "a\nb"; });
    refused([](MailMessage& mail) { mail.id = ""; });
    refused([](MailMessage& mail) { mail.id = "a@b"; });
    refused([](MailMessage& mail) { mail.domain = "a b"; });
    refused([](MailMessage& mail) { mail.language = "fi\n"; });
    refused([](MailMessage& mail) { mail.list_unsubscribe = "mailto:a@example.org>\nBcc: x"; });
    refused([](MailMessage& mail) { mail.list_unsubscribe = "http://example.org/"; });
}
