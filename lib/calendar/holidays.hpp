#pragma once

#include "calendar/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::calendar {

/// How one holiday is found in a year. The rules themselves are data of the catalogue; this room knows no country.
struct HolidayRule {
    /// `fixed`: month and day. `easter`: Easter Sunday. `weekday_from`: the first such weekday on or after month and day
    /// (Midsummer Day: Saturday from 20 June; All Saints' Day: Saturday from 31 October).
    enum class Kind { fixed, easter, weekday_from };

    std::string id; ///< its name stands in the catalogue under this id
    Kind kind = Kind::fixed;
    unsigned month = 1;                ///< not used by `easter`
    unsigned day = 1;                  ///< not used by `easter`
    Weekday weekday = Weekday::monday; ///< used by `weekday_from`
    int offset_days = 0;               ///< added to the day found: Good Friday is Easter - 2, Midsummer Eve is Midsummer Day - 1
    bool official = true;              ///< false: a day off by custom alone (Midsummer Eve, Christmas Eve)
    std::optional<int> from_year = {}; ///< first year in which it is kept
    std::optional<int> to_year = {};   ///< last year in which it is kept

    bool operator==(const HolidayRule&) const = default;
};

/// One holiday on its day.
struct Holiday {
    std::string id;
    Date date;
    bool official = true;

    bool operator==(const Holiday&) const = default;
};

/// The holidays of one calendar.
class HolidayRules {
public:
    HolidayRules() = default;

    /// Throws std::invalid_argument for a month and day that no year has and for an offset of more than 366 days.
    explicit HolidayRules(std::vector<HolidayRule> rules);

    /// By day; on one day the official ones first, then in the order of the rules.
    std::vector<Holiday> in_year(int year) const;

    /// The first holiday of the day in the order of `in_year`.
    std::optional<Holiday> on(Date date, bool unofficial_too = true) const;

    const std::vector<HolidayRule>& rules() const { return rules_; }

private:
    std::vector<HolidayRule> rules_;
};

/// Easter Sunday of the Gregorian calendar. Throws std::out_of_range outside the years 1800 to 2400.
Date easter(int year);

} // namespace peergroup::calendar
