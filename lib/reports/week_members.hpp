#pragma once

#include "reports/known_then.hpp"
#include "reports/week_figures.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace peergroup::reports {

/// A group that is told of, with what is known of its week so far.
struct ToldGroup {
    ReportedGroup group;
    WeekFigures figures = {};
    std::int64_t members = 0; ///< on Sunday
    bool moving = false;      ///< somebody came, went or waited in the week: on other days there may be other members
};
using ToldGroups = std::map<std::int64_t, ToldGroup>;

/// Counts the memberships of one week that have not changed since the last change that counts.
class WeekMembers {
public:
    struct Week {
        std::string monday; ///< ISO
        std::string sunday;
        std::int64_t last_change;
    };

    WeekMembers(store::Transaction& transaction, Week week);

    /// Fills in the groups' figures of memberships.
    void count(ToldGroups& groups);
    /// How many members the group had on the day of the week.
    std::int64_t on(const ToldGroup& told, const std::string& day);

private:
    void count_moving(std::int64_t group, WeekFigures& figures);

    store::Transaction& transaction_;
    Week week_;
    store::Statement members_on_;
};

} // namespace peergroup::reports
