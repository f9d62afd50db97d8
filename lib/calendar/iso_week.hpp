#pragma once

#include "calendar/date.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::calendar {

/// A week of ISO 8601: Monday to Sunday; week 1 holds 4 January, so the week's year may differ from the year of its days.
class IsoWeek {
public:
    /// The week that holds the day.
    static IsoWeek of(Date date);

    /// Nothing when the year has no such week or is not within 1800 to 2400.
    static std::optional<IsoWeek> of(int year, int number);

    /// Reads `2026-W05`, exactly so.
    static std::optional<IsoWeek> parse(std::string_view text);

    int year() const;
    int number() const; ///< 1 to 53
    Date monday() const { return monday_; }
    Date sunday() const { return monday_.plus_days(6); }
    bool contains(Date date) const;

    IsoWeek next() const;
    IsoWeek previous() const;

    /// `2026-W05`, which sorts as the weeks do.
    std::string text() const;

    friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;

private:
    explicit IsoWeek(Date monday) : monday_(monday) {}

    Date monday_;
};

/// 52 or 53. Throws std::out_of_range outside the years 1800 to 2400.
int weeks_in_year(int year);

} // namespace peergroup::calendar
