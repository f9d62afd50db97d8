#include "calendar/holidays.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace peergroup::calendar {
namespace {

Date first_weekday_from(Date from, Weekday weekday) {
    const int days_ahead = static_cast<int>(weekday) - static_cast<int>(from.weekday());
    return from.plus_days(days_ahead >= 0 ? days_ahead : days_ahead + 7);
}

/// The day that a rule names in a year, its offset left aside; nothing for 29 February in a common year.
std::optional<Date> anchor(const HolidayRule& rule, int year) {
    if (rule.kind == HolidayRule::Kind::easter) return easter(year);
    const auto day = Date::of(year, rule.month, rule.day);
    if (!day || rule.kind == HolidayRule::Kind::fixed) return day;
    return first_weekday_from(*day, rule.weekday);
}

std::optional<Date> apply(const HolidayRule& rule, int year) {
    if (!Date::of(year, 1, 1)) return std::nullopt;
    if (year < rule.from_year.value_or(year) || year > rule.to_year.value_or(year)) return std::nullopt;
    const auto day = anchor(rule, year);
    if (!day) return std::nullopt;
    return day->plus_days(rule.offset_days);
}

// An offset may lead over New Year, into the year from the one before or after it.
std::array<int, 3> years_that_reach(int year) {
    return {year - 1, year, year + 1};
}

bool falls_on(const HolidayRule& rule, Date date) {
    return std::ranges::any_of(years_that_reach(date.year()), [&](int year) { return apply(rule, year) == date; });
}

} // namespace

HolidayRules::HolidayRules(std::vector<HolidayRule> rules) : rules_(std::move(rules)) {
    constexpr int leap_year = 2000;
    constexpr int farthest_offset = 366;
    for (const HolidayRule& rule : rules_) {
        if (rule.offset_days > farthest_offset || rule.offset_days < -farthest_offset)
            throw std::invalid_argument("holiday " + rule.id + " is more than a year away from its day");
        if (rule.kind != HolidayRule::Kind::easter && !Date::of(leap_year, rule.month, rule.day))
            throw std::invalid_argument("holiday " + rule.id + " is on a day that no year has");
    }
}

std::vector<Holiday> HolidayRules::in_year(int year) const {
    std::vector<Holiday> holidays;
    for (const HolidayRule& rule : rules_) {
        for (const int rule_year : years_that_reach(year)) {
            const auto date = apply(rule, rule_year);
            if (date && date->year() == year) holidays.push_back({rule.id, *date, rule.official});
        }
    }
    std::ranges::stable_sort(holidays, [](const Holiday& left, const Holiday& right) {
        return std::pair(left.date, !left.official) < std::pair(right.date, !right.official);
    });
    return holidays;
}

std::optional<Holiday> HolidayRules::on(Date date, bool unofficial_too) const {
    const HolidayRule* unofficial = nullptr;
    for (const HolidayRule& rule : rules_) {
        const bool wanted = rule.official || (unofficial_too && unofficial == nullptr);
        if (!wanted || !falls_on(rule, date)) continue;
        if (rule.official) return Holiday{rule.id, date, true};
        unofficial = &rule;
    }
    if (unofficial == nullptr) return std::nullopt;
    return Holiday{unofficial->id, date, false};
}

// The method published anonymously in Nature, 20 April 1876: exact for every year of the Gregorian calendar.
Date easter(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int of_century = year % 100;
    const int moon_correction = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int days_after_22_march = epact + to_sunday - 7 * late;
    const auto march = Date::of(year, 3, 22);
    if (!march) throw std::out_of_range("year outside 1800 to 2400");
    return march->plus_days(days_after_22_march);
}

} // namespace peergroup::calendar
