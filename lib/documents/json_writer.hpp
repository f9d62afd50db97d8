#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// Writes JSON piece by piece, with the line breaks that `jq .` would give or, compact, `jq -c`: the same pieces give the same
/// bytes.
class JsonWriter {
public:
    enum class Layout { pretty, compact };

    explicit JsonWriter(Layout layout) : layout_(layout) {}

    /// Opens an object or an array: `{` or `[`.
    void open(char bracket);
    /// Closes what was opened last: `}` or `]`.
    void close(char bracket);
    /// Names the value that follows.
    void key(std::string_view name);
    /// The same for a name that is a JSON string already.
    void written_key(std::string_view json);
    /// A value that is JSON already: a number, `null`, what json_string gives.
    void value(std::string_view json);

    /// What has been written, which the writer gives away.
    std::string take() { return std::move(text_); }
    /// What has been written since it was last forgotten.
    const std::string& text() const { return text_; }
    /// Forgets that text, which somebody has taken over, and goes on where it is.
    void forget_text() { text_.clear(); }
    /// Ends the line after a value that stands in no other.
    void end_line();

private:
    void begin_item();
    /// What stands between two items where it writes now: a comma, a line break, blanks.
    std::string_view between();

    Layout layout_;
    std::string text_;
    std::string between_ = ",\n";
    std::size_t depth_ = 0;
    bool first_ = true; ///< nothing stands yet in what was opened last
    bool after_key_ = false;
};

} // namespace peergroup::documents
