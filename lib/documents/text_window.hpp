#pragma once

#include "documents/encoding.hpp"
#include "documents/text_source.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// Passes over a source from any offset and shows it as UTF-8, a piece at a time.
class TextWindow {
public:
    /// For a source in UTF-8 or Windows-1252; starts behind a byte order mark.
    TextWindow(TextSource source, Encoding encoding);

    /// The text in hand that has not been consumed.
    std::string_view text() const { return std::string_view(text_).substr(begin_); }
    /// Reads more behind it, at least as much again; false when the source has no more. Views of text() end.
    bool extend();
    /// Whether the source is known to have nothing behind text().
    bool at_end() const { return ended_; }
    /// Drops `bytes` from the front of text().
    void consume(std::size_t bytes);
    /// Where the first character of text() stands, in bytes of the source.
    std::uint64_t offset() const { return offset_; }
    /// Goes to an offset of the source.
    void seek(std::uint64_t offset);

    const std::string& name() const { return source_.name(); }

private:
    TextSource source_;
    Encoding encoding_;
    std::string text_;
    std::string piece_;
    std::size_t begin_ = 0;
    std::uint64_t offset_ = 0;
    std::uint64_t loaded_ = 0;
    bool ended_ = false;
};

} // namespace peergroup::documents
