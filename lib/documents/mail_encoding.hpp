#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// Text of a header without what would steer whoever shows it: each such character becomes a space, bytes that are no UTF-8
/// U+FFFD.
std::string header_text(std::string_view text);

/// `text`, which header_text() gave, for a line that has `taken` characters already: as it is where it fits and everybody
/// reads it, else in encoded words of RFC 2047 on lines of their own, none longer than 76 characters. Lines are parted by LF.
/// `plain_characters`: which besides letters and digits may stand unencoded.
std::string encoded_header(std::string_view text, std::size_t taken, std::string_view plain_characters);

/// A text as quoted-printable (RFC 2045, section 6.7) in lines of at most 76 characters, each ended by LF. Line breaks of every
/// kind are kept as such, tabs stay, other characters that steer are left out, bytes that are no UTF-8 become U+FFFD. No line
/// begins with a `.` or an `F` of its own: programs on the way read more into a lone `.` and into `From `.
std::string quoted_printable(std::string_view text);

} // namespace peergroup::documents
