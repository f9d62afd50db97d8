#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::people {

/// How people appear everywhere: `P-0007`, a number without meaning.
class PersonCode {
public:
    /// Throws std::invalid_argument below 1.
    explicit PersonCode(std::int64_t number);
    /// Reads `P-0007`, also in small letters and with more digits; nothing for any other text.
    static std::optional<PersonCode> parse(std::string_view text);

    std::int64_t number() const { return number_; }
    std::string text() const;
    auto operator<=>(const PersonCode&) const = default;

private:
    std::int64_t number_;
};

} // namespace peergroup::people
