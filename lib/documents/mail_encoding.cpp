#include "documents/mail_encoding.hpp"

#include "language/steering.hpp"
#include "language/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::documents {

namespace {

constexpr std::size_t longest_line = 76;
constexpr std::string_view replacement = "\uFFFD";
constexpr std::string_view word_start = "=?UTF-8?Q?";
constexpr std::string_view word_end = "?=";

bool is_letter_or_digit(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

std::string escaped(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes)
        text += fmt::format("={:02X}", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    return text;
}

/// The next character of a text as valid UTF-8, taken from its front.
std::string_view take_character(std::string_view& text) {
    const language::DecodedCharacter character = language::decode_character(text);
    const std::string_view bytes = character.valid ? text.substr(0, character.length) : replacement;
    text.remove_prefix(character.length);
    return bytes;
}

/// Takes one line break of any kind from the front of a text, if it begins with one.
bool take_line_break(std::string_view& text) {
    if (text.front() != '\r' && text.front() != '\n') return false;
    text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
    return true;
}

/// Lines of quoted-printable, the last of them still open.
class QuotedLines {
public:
    void add(std::string_view piece) {
        if (line_.size() + piece.size() >= longest_line) { // one column is kept for the `=` of a line that goes on
            text_ += line_ + "=\n";
            line_.clear();
        }
        // Some programs on the way end the mail at a lone `.`, or write `>` before a `From `.
        const bool read_by_others = line_.empty() && (piece == "." || piece == "F");
        line_ += read_by_others ? escaped(piece) : std::string(piece);
    }
    void end_line() {
        // White space at the end of a line is lost on the way.
        if (line_.ends_with(' ') || line_.ends_with('\t')) {
            const std::string last = escaped(line_.substr(line_.size() - 1));
            line_.pop_back();
            add(last);
        }
        text_ += line_ + '\n';
        line_.clear();
    }
    std::string finish() {
        if (!line_.empty()) end_line();
        return std::move(text_);
    }

private:
    std::string text_;
    std::string line_;
};

bool stays_in_text(std::string_view character) {
    const char byte = character.front();
    return character.size() == 1 && byte != '=' && (byte == '\t' || (byte >= ' ' && byte <= '~'));
}

} // namespace

std::string header_text(std::string_view text) {
    std::string cleaned;
    while (!text.empty()) {
        const std::string_view bytes = take_character(text);
        cleaned += language::steers(language::decode_character(bytes).code_point) ? std::string_view(" ") : bytes;
    }
    return cleaned;
}

std::string encoded_header(std::string_view text, std::size_t taken, std::string_view plain_characters) {
    const auto plain = [&](char byte) {
        return is_letter_or_digit(byte) || plain_characters.find(byte) != std::string_view::npos;
    };
    const bool trimmed = !text.starts_with(' ') && !text.ends_with(' ');
    if (trimmed && taken + text.size() <= longest_line && std::ranges::all_of(text, plain) &&
        text.find("=?") == std::string_view::npos)
        return std::string(text);
    std::string lines;
    std::string word;
    const auto end_word = [&] {
        lines += fmt::format("{}{}{}{}", lines.empty() ? "" : "\n ", word_start, word, word_end);
        taken = 1;
        word.clear();
    };
    while (!text.empty()) {
        const std::string_view character = take_character(text);
        const bool as_it_is = character.size() == 1 && is_letter_or_digit(character.front());
        const std::string piece = character == " " ? "_" : as_it_is ? std::string(character) : escaped(character);
        if (taken + word_start.size() + word.size() + piece.size() + word_end.size() > longest_line) end_word();
        word += piece;
    }
    end_word();
    return lines;
}

std::string quoted_printable(std::string_view text) {
    QuotedLines lines;
    while (!text.empty()) {
        if (take_line_break(text)) {
            lines.end_line();
            continue;
        }
        const std::string_view character = take_character(text);
        if (stays_in_text(character))
            lines.add(character);
        else if (character == "=" || !language::steers(language::decode_character(character).code_point))
            lines.add(escaped(character));
    }
    return lines.finish();
}

} // namespace peergroup::documents
