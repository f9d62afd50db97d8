#pragma once

#include "calendar/series.hpp"
#include "catalogue/catalogue.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::groups {

/// When a group is to meet, as far as it was said.
struct MeetingWish {
    std::optional<calendar::Date> start = {};
    std::optional<int> interval_days = {};
    std::optional<int> count = {};
    std::vector<calendar::Date> dates = {}; ///< given days: kept as they are, and only warned of
    std::vector<calendar::IsoWeek> skip_weeks = {};
};

/// Something that the one who plans should know; `code` names a message, `detail` fills it.
struct Notice {
    std::string code = {};
    std::string detail = {};
    std::optional<calendar::Date> day = {};
};

/// The days of the meetings, and what is to be said of them.
struct MeetingPlan {
    std::vector<calendar::Date> dates = {};
    std::vector<Notice> notices = {};
};

/// Plans the meetings of a group in `municipality` of `region`: a series leaves out holidays, school-holiday weeks and the weeks
/// asked for, as the organisation's policy says. What neither the type nor the wish states is not guessed: nothing is planned
/// then.
MeetingPlan plan_meetings(const catalogue::Catalogue& catalogue, const catalogue::Region& region, const std::string& municipality,
                          const MeetingWish& wish);

/// What is to be said of a meeting on `day`: a holiday or a school-holiday week.
std::vector<Notice> notices_of_day(const catalogue::Catalogue& catalogue, const catalogue::Region& region,
                                   const std::string& municipality, calendar::Date day);

} // namespace peergroup::groups
