#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::groups {

/// The name of a group: `VOI-KAI-2026-01`, a pair `PK-KAI-2026-01` with the sides `PK-KAI-2026-01-P` and `-C`.
class GroupCode {
public:
    static constexpr std::size_t longest = 31;

    /// Reads 3 to 31 letters A to Z, digits and hyphens, starting with a letter; small letters are put right. Nothing for other
    /// text.
    static std::optional<GroupCode> parse(std::string_view text);

    const std::string& text() const { return text_; }
    /// The code of a side, whose suffix is a letter or two: nothing when it would be too long.
    std::optional<GroupCode> side(std::string_view suffix) const { return parse(text_ + "-" + std::string(suffix)); }
    auto operator<=>(const GroupCode&) const = default;

private:
    explicit GroupCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

} // namespace peergroup::groups
