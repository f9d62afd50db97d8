#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What a text of UTF-8 is, how wide it is and how it is compared. Bytes that are no UTF-8 count as U+FFFD throughout.
namespace peergroup::language {

/// Strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_valid_utf8(std::string_view text);

/// Columns on a terminal: one for a letter, two for a wide East Asian one, none for what combines or does not show.
std::size_t display_width(std::string_view text);

/// The text with everything spelt out, as `\u{1b}`, that would steer a terminal or turn the direction of reading: control
/// characters (line breaks and tabs too), line separators, bidirectional marks and overrides.
std::string printable(std::string_view text);

/// The same of a text of several lines, whose ends stay as they are: LF, or CR LF.
std::string printable_lines(std::string_view text);

/// The form in which names are compared: case and compatibility folded (NFKC_Casefold), outer white space dropped, inner
/// collapsed to one space.
std::string fold(std::string_view text);

/// In small letters, by no language in particular.
std::string lower(std::string_view text);

} // namespace peergroup::language
