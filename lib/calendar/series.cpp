#include "calendar/series.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace peergroup::calendar {
namespace {

constexpr int most_meetings = 1000;
constexpr std::size_t most_left_out = 1000;
constexpr int last_year = 2400;

bool without_school(const std::vector<SchoolWeek>& school_weeks, const IsoWeek& week) {
    return std::ranges::any_of(school_weeks, [&week](const SchoolWeek& school_week) {
        return school_week.week == week.number() && school_week.year.value_or(week.year()) == week.year();
    });
}

/// Nothing for a day on which the group meets.
std::optional<Skipped> skip(const SkipRules& rules, Date date) {
    if (rules.holidays != nullptr) {
        const auto holiday = rules.holidays->on(date, rules.unofficial_holidays);
        if (holiday) return Skipped{date, SkipReason::holiday, holiday->id};
    }
    const IsoWeek week = IsoWeek::of(date);
    if (without_school(rules.school_weeks, week)) return Skipped{date, SkipReason::school_holiday, {}};
    if (std::ranges::find(rules.weeks, week) != rules.weeks.end()) return Skipped{date, SkipReason::asked, {}};
    return std::nullopt;
}

/// Nothing where the next day lies beyond the years that the calendar knows.
std::optional<Date> following(Date date, int interval_days) {
    const std::int64_t day = std::int64_t{date.days()} + interval_days;
    const std::int64_t last = Date::of(last_year, 12, 31)->days();
    return day > last ? std::nullopt : std::optional(Date::from_days(day));
}

} // namespace

Series plan_series(const SeriesPlan& plan, const SkipRules& rules) {
    if (plan.count < 1 || plan.count > most_meetings) throw std::invalid_argument("a series has 1 to 1000 meetings");
    if (plan.interval_days < 1) throw std::invalid_argument("meetings are at least one day apart");
    Series series;
    const auto wanted = static_cast<std::size_t>(plan.count);
    for (std::optional<Date> date = plan.first; date && series.skipped.size() <= most_left_out;
         date = following(*date, plan.interval_days)) {
        if (auto skipped = skip(rules, *date)) {
            series.skipped.push_back(std::move(*skipped));
        } else {
            series.dates.push_back(*date);
        }
        if (series.dates.size() == wanted) return series;
    }
    throw std::length_error("too many days are left out of the series");
}

} // namespace peergroup::calendar
