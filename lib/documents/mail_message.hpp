#pragma once

#include "calendar/instant.hpp"
#include "documents/mail_address.hpp"

#include <string>
#include <string_view>

namespace peergroup::documents {

/// One mail of plain text to one mailbox.
struct MailMessage {
    std::string id;     ///< letters, digits and hyphens; the same id gives the same Message-ID
    std::string domain; ///< host name behind the id in the Message-ID
    MailAddress from;
    std::string from_name; ///< or empty
    MailAddress to;
    std::string subject;
    std::string text;
    std::string language;         ///< tag of RFC 5646, such as `fi`
    std::string list_unsubscribe; ///< a URI, or empty
    calendar::Instant date;
};

/// How a line ends: as mail travels (CR LF), or as files on this system have it (LF).
enum class LineEnd { internet, local };

/// The mail as RFC 5322 has it: UTF-8 as quoted-printable in lines of at most 76 characters, headers encoded by RFC 2047, marked
/// as made by a program (RFC 3834). The same value gives the same bytes. Line breaks, control characters and bidirectional marks
/// of names and subject become spaces, in the text all of them but line breaks and tabs are left out; bytes that are no UTF-8
/// become U+FFFD. Throws std::invalid_argument for an id, a domain, a language or a URI that would not stand in its header.
std::string mail_bytes(const MailMessage& message, LineEnd line_end);

/// Whether `text` can be an id: 1 to 64 letters, digits and hyphens.
bool is_message_id(std::string_view text);

/// Whether `text` is an https or mailto URI that can stand in a header: printable ASCII without `<`, `>` and spaces, at most 400
/// characters.
bool is_unsubscribe_uri(std::string_view text);

} // namespace peergroup::documents
