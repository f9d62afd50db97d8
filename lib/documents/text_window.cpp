#include "documents/text_window.hpp"

#include <algorithm>
#include <utility>

namespace peergroup::documents {

namespace {

constexpr std::size_t piece_size = std::size_t{64} << 10U;
constexpr std::uint64_t mark_length = 3;

} // namespace

TextWindow::TextWindow(TextSource source, Encoding encoding) : source_(std::move(source)), encoding_(encoding) {
    seek(encoding_ == Encoding::utf8_with_mark ? mark_length : 0);
}

bool TextWindow::extend() {
    if (ended_) return false;
    text_.erase(0, begin_);
    begin_ = 0;
    const std::size_t wanted = std::max(piece_size, text_.size());
    std::size_t got = 0;
    if (encoding_ == Encoding::windows_1252) {
        piece_.resize(wanted);
        got = source_.read(loaded_, piece_);
        append_windows_1252(text_, std::string_view(piece_).substr(0, got));
    } else {
        const std::size_t held = text_.size();
        text_.resize(held + wanted);
        got = source_.read(loaded_, std::span<char>(text_).subspan(held));
        text_.resize(held + got);
    }
    loaded_ += got;
    ended_ = got < wanted;
    return got > 0;
}

void TextWindow::consume(std::size_t bytes) {
    const std::string_view consumed = text().substr(0, bytes);
    // Every byte of Windows-1252 has become one character of the text.
    offset_ += encoding_ == Encoding::windows_1252 ? count_characters(consumed) : consumed.size();
    begin_ += consumed.size();
}

void TextWindow::seek(std::uint64_t offset) {
    text_.clear();
    begin_ = 0;
    offset_ = offset;
    loaded_ = offset;
    ended_ = false;
}

} // namespace peergroup::documents
