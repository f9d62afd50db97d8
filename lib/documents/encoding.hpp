#pragma once

#include "documents/text_source.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// How the bytes of a file stand for characters.
enum class Encoding {
    utf8,
    utf8_with_mark, ///< UTF-8 behind a byte order mark, as Excel saves "CSV UTF-8"
    utf16,          ///< either byte order, with or without a mark, as Excel saves "Unicode text"
    windows_1252,   ///< what Excel saves as plain "CSV" in Finland
};

/// Judges by the byte order mark, then by the zero bytes of UTF-16, then by whether all of the file is strict UTF-8; what is
/// left is Windows-1252. Statistical detectors misjudge short Finnish files, so nothing is guessed from frequencies.
Encoding detect_encoding(const TextSource& source);

/// The name that people know: `UTF-8`, `UTF-16`, `Windows-1252`.
std::string_view name_of(Encoding encoding);

/// Appends `bytes`, read as Windows-1252, to `text` as UTF-8. The five bytes without a character (81 8D 8F 90 9D) become U+FFFD:
/// a visible mark, where C1 control characters would be invisible.
void append_windows_1252(std::string& text, std::string_view bytes);

/// How many characters `text` in UTF-8 has, as editors count columns.
std::uint32_t count_characters(std::string_view text);

/// `bytes` in UTF-8 without a byte order mark. For `utf16` whole texts only; lone surrogates become U+FFFD.
std::string to_utf8(std::string_view bytes, Encoding encoding);

/// A UTF-16 file in UTF-8, in memory under the same name. Throws Problem `file-too-large` above 64 MiB: such a file is
/// better saved as UTF-8, which is read in flat memory.
TextSource transcode_utf16(const TextSource& source);

} // namespace peergroup::documents
