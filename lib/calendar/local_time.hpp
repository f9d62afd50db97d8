#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::calendar {

/// A time of day on the wall clock, in whole minutes since midnight; which instant it is depends on the day and the zone.
class LocalTime {
public:
    /// 00:00.
    constexpr LocalTime() = default;

    /// Reads `17:00`, `17.00` or `9:30`; nothing for any other text, for 24:00 either.
    static std::optional<LocalTime> parse(std::string_view text);

    /// Nothing unless the hour is 0 to 23 and the minute 0 to 59.
    static std::optional<LocalTime> of(int hour, int minute);

    /// Minutes since midnight, 0 to 1439.
    constexpr int minutes() const { return minutes_; }
    constexpr int hour() const { return minutes_ / 60; }
    constexpr int minute() const { return minutes_ % 60; }

    /// `17:00`, `09:30`.
    std::string text() const;

    friend constexpr auto operator<=>(const LocalTime&, const LocalTime&) = default;

private:
    constexpr explicit LocalTime(int minutes) : minutes_(minutes) {}

    int minutes_ = 0;
};

} // namespace peergroup::calendar
