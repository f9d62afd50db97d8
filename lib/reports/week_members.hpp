#pragma once

#include "reports/told_groups.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>

namespace peergroup::reports {

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
    std::int64_t on(const Standing& standing, const std::string& day);

private:
    void count_moving(std::int64_t group, WeekFigures& figures);

    store::Transaction& transaction_;
    Week week_;
    store::Statement members_on_;
};

} // namespace peergroup::reports
