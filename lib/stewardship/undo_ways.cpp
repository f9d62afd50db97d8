#include "stewardship/undo_ways.hpp"

#include "groups/group_register.hpp"
#include "referrals/way_history.hpp"

#include <set>

namespace peergroup::stewardship {

std::int64_t take_ways_back(store::Transaction& transaction, const UndonePair& undone, std::vector<Obstacle>& obstacles) {
    referrals::WayHistory history(transaction);
    groups::GroupRegister groups(transaction);
    std::set<std::int64_t> barred;
    std::int64_t taken_back = 0;
    for (const referrals::RecordedWayStep& step : history.of_batch(undone.batch)) {
        if (barred.contains(step.way)) continue;
        const referrals::Referral way = history.way_of(step);
        const referrals::RecordedWayStep newest = history.newest_of(way);
        const bool later = newest.change_seq != step.change_seq;
        if (!later && !way.used) {
            history.take_back(way, step, undone.by);
            ++taken_back;
            continue;
        }
        barred.insert(step.way);
        obstacles.push_back({later ? "later-step" : "later-membership", people::PersonCode(step.person),
                             way.group == 0 ? way.type : groups.find(way.group).value().code.text(), later ? newest.batch : 0});
    }
    return taken_back;
}

} // namespace peergroup::stewardship
