#include "documents/mail_message.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace peergroup::documents;

namespace {

void require(bool sound) {
    if (!sound) std::abort();
}

/// The part of the input up to the next zero byte.
std::string take(std::string_view& rest) {
    const std::size_t end = rest.find('\0');
    std::string part(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return part;
}

/// Printable ASCII in lines of at most 76 characters, each ended by CR LF; the headers are those that a mail has, once each.
void check_mail(std::string_view bytes) {
    constexpr std::string_view allowed[] = {"Date: ",
                                            "From: ",
                                            "To: mari@example.org\r",
                                            "Subject: ",
                                            "Message-ID: <r-1@",
                                            "Auto-Submitted: ",
                                            "Content-Language: fi\r",
                                            "MIME-Version: 1.0\r",
                                            "Content-Type: ",
                                            "Content-Transfer-Encoding: "};
    std::size_t header = 0;
    bool in_headers = true;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find("\r\n");
        require(end != std::string_view::npos && end <= 76);
        for (const char byte : bytes.substr(0, end))
            require((byte >= ' ' && byte <= '~') || (byte == '\t' && !in_headers));
        if (end == 0) in_headers = false;
        if (in_headers && bytes.front() != ' ') require(header < std::size(allowed) && bytes.starts_with(allowed[header++]));
        if (!in_headers) require(bytes.front() != '.' && !bytes.starts_with("From "));
        bytes.remove_prefix(end + 2);
    }
    require(!in_headers && header == std::size(allowed));
}

} // namespace

// Whatever stands in name, subject and text: a mail of one recipient whose headers and lines are those of a mail.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    static const MailAddress from = *MailAddress::parse("ryhmat@example.org");
    static const MailAddress to = *MailAddress::parse("mari@example.org");
    const MailMessage mail{.id = "r-1",
                           .domain = "example.org",
                           .from = from,
                           .from_name = take(rest),
                           .to = to,
                           .subject = take(rest),
                           .text = std::string(rest),
                           .language = "fi",
                           .list_unsubscribe = {},
                           .date = {}};
    check_mail(mail_bytes(mail, LineEnd::internet));
    if (const auto address = MailAddress::parse(rest)) require(MailAddress::parse(address->text())->text() == rest);
    return 0;
}
