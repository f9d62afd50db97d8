#pragma once

#include "documents/toml_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// Follows strings and comments as TOML has them, and counts what is open: brackets by lists and inline tables, dots by keys.
/// Parsing and freeing a tree recurse, so that a text has to be known to be shallow before it becomes one.
class TomlNesting {
public:
    explicit TomlNesting(std::string_view text) : text_(text) {}

    /// The place of the first bracket or dot that leads deeper than `limit`.
    std::optional<TextPosition> too_deep(unsigned limit) {
        while (at_ < text_.size() && brackets_ <= limit && dots_ <= limit)
            step();
        if (brackets_ <= limit && dots_ <= limit) return std::nullopt;
        return end_of(text_.substr(0, at_ - 1));
    }

private:
    /// Where the next character after `before` stands.
    static TextPosition end_of(std::string_view before) {
        const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
        const std::string_view line = before.substr(before.rfind('\n') + 1); // npos + 1: the start of the text
        return {static_cast<unsigned>(std::ranges::count(before, '\n')) + 1,
                static_cast<unsigned>(std::ranges::count_if(line, starts_character)) + 1};
    }

    void step() {
        const char c = text_[at_];
        if (c == '"' || c == '\'') return skip_string(c);
        if (c == '#') return skip_comment();
        ++at_;
        if (c == '[' || c == '{') ++brackets_;
        if ((c == ']' || c == '}') && brackets_ > 0) --brackets_;
        if (c == '.') ++dots_;
        if (c == '[' || c == '{' || c == ',' || c == '=' || c == '\n') dots_ = 0;
    }

    void skip_comment() { at_ = std::min(text_.find('\n', at_), text_.size()); }

    void skip_string(char quote) {
        const std::string triple(3, quote);
        const bool many_lines = text_.substr(at_).starts_with(triple);
        const std::string_view end = many_lines ? std::string_view(triple) : std::string_view(triple).substr(0, 1);
        at_ += end.size();
        while (at_ < text_.size() && !text_.substr(at_).starts_with(end)) {
            if (!many_lines && text_[at_] == '\n') return;
            at_ += quote == '"' && text_[at_] == '\\' ? 2U : 1U;
        }
        at_ = std::min(at_ + end.size(), text_.size());
        // Of up to five quotes the last three end a text of many lines; the others belong to it.
        for (unsigned spare = 0; many_lines && spare < 2 && at_ < text_.size() && text_[at_] == quote; ++spare)
            ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    unsigned brackets_ = 0;
    unsigned dots_ = 0;
};

} // namespace peergroup::documents
