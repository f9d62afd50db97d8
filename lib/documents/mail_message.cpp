#include "documents/mail_message.hpp"

#include "calendar/date.hpp"
#include "documents/mail_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace peergroup::documents {

namespace {

constexpr std::size_t longest_id = 64;
constexpr std::size_t longest_uri = 400;
constexpr std::string_view name_characters = " ";
constexpr std::string_view subject_characters = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

bool is_word(std::string_view text, std::size_t longest) {
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '-';
    });
}

void require(bool sound, const char* what) {
    if (!sound) throw std::invalid_argument(what);
}

/// `Wed, 25 Mar 2026 15:00:00 +0000` (RFC 5322, section 3.3).
std::string header_date(calendar::Instant instant) {
    constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string text = instant.text(); // 2026-03-25T15:00:00Z
    const calendar::Date date = calendar::Date::parse(text.substr(0, 10)).value_or(calendar::Date());
    const auto weekday = static_cast<std::size_t>(date.weekday()) - 1;
    return fmt::format("{}, {:02} {} {} {} +0000", days.at(weekday), date.day(), months.at(date.month() - 1), text.substr(0, 4),
                       text.substr(11, 8));
}

std::string mailbox(const std::string& name, const MailAddress& address) {
    const std::string cleaned = header_text(name);
    if (cleaned.empty()) return address.text();
    const std::string encoded = encoded_header(cleaned, std::string_view("From: ").size(), name_characters);
    return fmt::format("{}\n <{}>", encoded, address.text());
}

std::string with_internet_line_ends(std::string_view text) {
    std::string lines;
    lines.reserve(text.size() + text.size() / 32);
    for (const char byte : text) {
        if (byte == '\n') lines += '\r';
        lines += byte;
    }
    return lines;
}

} // namespace

bool is_message_id(std::string_view text) {
    return is_word(text, longest_id);
}

bool is_unsubscribe_uri(std::string_view text) {
    const bool known = text.starts_with("https://") || text.starts_with("mailto:");
    return known && text.size() <= longest_uri &&
           std::ranges::all_of(text, [](char byte) { return byte > ' ' && byte <= '~' && byte != '<' && byte != '>'; });
}

std::string mail_bytes(const MailMessage& message, LineEnd line_end) {
    require(is_message_id(message.id), "no id of a message");
    require(is_host_name(message.domain), "no domain of a message");
    require(is_word(message.language, 35), "no language of a message");
    require(message.list_unsubscribe.empty() || is_unsubscribe_uri(message.list_unsubscribe), "no URI for a header");
    const std::string subject =
        encoded_header(header_text(message.subject), std::string_view("Subject: ").size(), subject_characters);
    std::string text =
        fmt::format("Date: {}\nFrom: {}\nTo: {}\nSubject: {}\nMessage-ID: <{}@{}>\n", header_date(message.date),
                    mailbox(message.from_name, message.from), message.to.text(), subject, message.id, message.domain);
    text += "Auto-Submitted: auto-generated\n";
    if (!message.list_unsubscribe.empty()) text += fmt::format("List-Unsubscribe: <{}>\n", message.list_unsubscribe);
    text += fmt::format("Content-Language: {}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                        "Content-Transfer-Encoding: quoted-printable\n\n",
                        message.language);
    text += quoted_printable(message.text);
    return line_end == LineEnd::internet ? with_internet_line_ends(text) : text;
}

} // namespace peergroup::documents
