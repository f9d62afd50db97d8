#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::calendar {

/// The days of a week with their ISO 8601 numbers.
enum class Weekday { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

/// A civil day of the Gregorian calendar, held as days since 1970-01-01. Texts and numbers give days of the years 1800 to 2400;
/// arithmetic may step one year beyond either end, so that the week around every such day exists.
class Date {
public:
    /// 1970-01-01.
    constexpr Date() = default;

    /// Reads `2019-04-30`, exactly so; nothing for any other text, a day that is not in its month or a year out of range.
    static std::optional<Date> parse(std::string_view text);

    /// Reads a day as written in Finnish and Swedish, `30.4.2019` or `03.04.2019`, without spaces.
    static std::optional<Date> parse_finnish(std::string_view text);

    /// Reads either of the two.
    static std::optional<Date> parse_either(std::string_view text);

    /// Nothing when the month has no such day or the year is out of range.
    static std::optional<Date> of(int year, unsigned month, unsigned day);

    /// Throws std::out_of_range for a day outside the years 1799 to 2401.
    static Date from_days(std::int64_t days_since_1970);

    constexpr std::int32_t days() const { return days_; }
    int year() const;
    unsigned month() const;  ///< 1 to 12
    unsigned day() const;    ///< 1 to 31
    int day_of_year() const; ///< 1 to 366
    Weekday weekday() const;

    /// Throws std::out_of_range as `from_days` does.
    Date plus_days(int count) const;

    /// `2019-04-30`, which sorts as the days do.
    std::string iso() const;

    friend constexpr auto operator<=>(const Date&, const Date&) = default;

private:
    constexpr explicit Date(std::int32_t days) : days_(days) {}

    std::int32_t days_ = 0;
};

/// Age in full years on a day; below zero before the birth. Somebody born on 29 February is a year older from 28 February in a
/// common year: where the month lacks the day, the term ends on the month's last (Act 150/1930 section 3, read so [OWN]).
int full_years(Date born, Date on);

/// `4.3.2026`, the short form of Finnish and of Swedish in Finland.
std::string finnish(Date date);

} // namespace peergroup::calendar
