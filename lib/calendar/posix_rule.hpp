#pragma once

#include "calendar/date.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace peergroup::calendar {

/// The rule that closes a zone file, such as `EET-2EEST,M3.5.0/3,M10.5.0/4`: POSIX TZ with the wider hours of RFC 8536.
class PosixRule {
public:
    static std::optional<PosixRule> parse(std::string_view text);

    /// Seconds east of Greenwich at a moment given in seconds since 1970-01-01T00:00:00Z.
    int offset_at(std::int64_t seconds) const;

    /// One day of every year on which the clock changes.
    struct ChangeDay {
        enum class Kind { month_week_day, day_without_leap_day, day_of_year };

        Kind kind = Kind::month_week_day;
        int month = 0;
        int week = 0;            ///< 1 to 5, 5 being the last
        int day = 0;             ///< Sunday is 0 with `month_week_day`; else 1 to 365 or 0 to 365
        int time_seconds = 7200; ///< after midnight of that day on the clock before the change; may be below zero
    };

    /// The other time of the year.
    struct Summer {
        int offset; ///< seconds east of Greenwich
        ChangeDay start;
        ChangeDay end;
    };

    /// Seconds east of Greenwich outside summer.
    int standard_offset() const { return standard_offset_; }
    /// Nothing where the clock never changes.
    const std::optional<Summer>& summer() const { return summer_; }

private:
    int standard_offset_ = 0;
    std::optional<Summer> summer_;
};

/// The day of the change in that year; nothing in a year that Date does not know.
std::optional<Date> day_in_year(const PosixRule::ChangeDay& change, int year);

} // namespace peergroup::calendar
