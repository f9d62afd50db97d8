#pragma once

#include "calendar/date.hpp"
#include "calendar/holidays.hpp"
#include "calendar/iso_week.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::calendar {

/// Which meetings are wanted: `count` of them, every `interval_days` days from `first` on.
struct SeriesPlan {
    Date first;
    int interval_days = 7;
    int count = 1;
};

/// A week without school, by its ISO number: in every year, or in the year of the week that `year` names.
struct SchoolWeek {
    int week = 0;
    std::optional<int> year = {};

    bool operator==(const SchoolWeek&) const = default;
};

/// Which days a series leaves out.
struct SkipRules {
    const HolidayRules* holidays = nullptr; ///< none when null; must outlive the call
    bool unofficial_holidays = true;        ///< leave out Midsummer Eve and its like too
    std::vector<SchoolWeek> school_weeks = {};
    std::vector<IsoWeek> weeks = {}; ///< weeks that the coordinator asked to leave out
};

/// Why a day was left out; where several hold, the first of these.
enum class SkipReason { holiday, school_holiday, asked };

struct Skipped {
    Date date;
    SkipReason reason = SkipReason::holiday;
    std::string holiday_id = {}; ///< empty unless the reason is a holiday

    bool operator==(const Skipped&) const = default;
};

struct Series {
    std::vector<Date> dates;
    std::vector<Skipped> skipped; ///< only days before the last of `dates`
};

/// The days of the meetings. A day that is left out does not count: the series goes on until it has as many meetings as asked.
/// Throws std::invalid_argument for a count outside 1 to 1000 or an interval below 1, and std::length_error where so much is left
/// out that the count is not reached within 1000 days left out or before the year 2401.
Series plan_series(const SeriesPlan& plan, const SkipRules& rules);

} // namespace peergroup::calendar
