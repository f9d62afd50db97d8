#pragma once

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

private:
    struct Summer {
        int offset;
        ChangeDay start;
        ChangeDay end;
    };

    int standard_offset_ = 0;
    std::optional<Summer> summer_;
};

} // namespace peergroup::calendar
