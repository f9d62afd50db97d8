#pragma once

#include "calendar/holidays.hpp"
#include "catalogue/names.hpp"

#include <functional>
#include <map>
#include <string>

namespace peergroup::catalogue {

/// The holidays of a country, as one file of `config/calendars/` states them.
struct HolidayCalendar {
    std::string id;
    Names names;
    calendar::HolidayRules rules;
    std::map<std::string, Names, std::less<>> holiday_names; ///< by the id of the rule
};

} // namespace peergroup::catalogue
