#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::calendar {

/// A moment, the same everywhere: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
class Instant {
public:
    /// 1970-01-01T00:00:00Z.
    constexpr Instant() = default;

    /// Reads RFC 3339 with `Z` or an offset: `2026-03-25T15:00:00Z`, `2026-03-25T17:00:00+02:00`. Fractions of a second are
    /// cut off; second 60 is refused.
    static std::optional<Instant> parse(std::string_view text);

    /// Throws std::out_of_range outside the years that Date holds.
    static Instant from_seconds(std::int64_t seconds_since_1970);

    constexpr std::int64_t seconds() const { return seconds_; }

    /// Throws std::out_of_range as `from_seconds` does.
    Instant plus_seconds(std::int64_t count) const;

    /// `2026-03-25T15:00:00Z`, which sorts as the instants do.
    std::string text() const;

    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;

private:
    constexpr explicit Instant(std::int64_t seconds) : seconds_(seconds) {}

    std::int64_t seconds_ = 0;
};

} // namespace peergroup::calendar
