#pragma once

#include "calendar/instant.hpp"
#include "calendar/iso_week.hpp"
#include "reports/week_figures.hpp"
#include "store/database.hpp"
#include "vault/actor.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::reports {

/// Which week, of what, as known when.
struct WeeklyQuestion {
    calendar::IsoWeek week;
    std::optional<calendar::Instant> as_of = {}; ///< empty: everything known now
    std::vector<std::string> regions = {};       ///< empty: all
    std::string type = {};
    std::string group = {}; ///< a code, or the code of a pair
};

/// One line of the report.
struct GroupWeek {
    std::int64_t id = 0;
    std::string code;
    std::string type;
    std::string region;
    WeekFigures figures = {};
};

/// Many of them: such a list grows without moving what is in it.
using GroupWeeks = std::deque<GroupWeek>;

/// The week's figures by group, in the order of codes. A group is told of while it runs: from its first meeting or member to its
/// end. Holds only groups that the actor may meet. Costs by what runs in the week, not by the length of the history. Throws
/// Problem(not_permitted, `not-permitted.region`) when the question names a region that is closed to the actor.
GroupWeeks weekly_figures(store::Transaction& transaction, const WeeklyQuestion& question, const vault::Actor& actor);

} // namespace peergroup::reports
