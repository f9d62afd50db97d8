#pragma once

#include <array>
#include <compare>
#include <cstdint>
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

/// A code as a record holds it that is sorted by the million: 32 bytes, in the order of the texts.
class PackedCode {
public:
    /// As GroupCode::parse.
    static std::optional<PackedCode> parse(std::string_view text);

    GroupCode code() const;
    auto operator<=>(const PackedCode&) const = default;

private:
    std::array<std::uint64_t, 4> words_; ///< eight letters each, the first one highest; zeros behind the last
};

} // namespace peergroup::groups
