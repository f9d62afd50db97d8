#include "reports/week_members.hpp"

#include <iterator>
#include <utility>

namespace peergroup::reports {

WeekMembers::WeekMembers(store::Transaction& transaction, Week week)
    : transaction_(transaction), week_(std::move(week)),
      members_on_(transaction.prepare(R"sql(SELECT count(*) FROM enrolment WHERE peer_group = $1 AND change_seq <= $3
                                            AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2))sql")) {}

// In most groups nobody comes, goes or waits in a week: there one count says it all. Groups that were made one after another lie
// side by side, so they are asked for together.
void WeekMembers::count(ToldGroups& groups) {
    store::Statement steady = transaction_.prepare(
        R"sql(SELECT peer_group, count(*), count(*) FILTER (WHERE from_on < $3 AND to_on IS NULL) FROM enrolment
              WHERE peer_group >= $1 AND peer_group <= $2 AND change_seq <= $4 AND (to_on IS NULL OR to_on >= $3)
              GROUP BY peer_group)sql");
    GroupWeeks& lines = groups.lines();
    for (auto first = lines.begin(); first != lines.end();) {
        auto last = first;
        for (auto next = std::next(last); next != lines.end() && next->id == last->id + 1; ++next)
            last = next;
        const auto before = static_cast<std::size_t>(first - lines.begin());
        const std::int64_t lowest = first->id;
        steady.bind(lowest, last->id, week_.monday, week_.last_change).each([&](const store::Row& row) {
            const std::size_t place = before + static_cast<std::size_t>(row.integer(0) - lowest);
            lines.at(place).figures.enrolled = row.integer(2);
            groups.standing(place).moving = row.integer(1) != row.integer(2);
        });
        first = std::next(last);
    }
    for (std::size_t place = 0; place < lines.size(); ++place) {
        Standing& standing = groups.standing(place);
        WeekFigures& figures = lines[place].figures;
        if (standing.moving) count_moving(standing.group, figures);
        standing.members = figures.enrolled;
    }
}

void WeekMembers::count_moving(std::int64_t group, WeekFigures& figures) {
    const auto row = transaction_
                         .prepare(
                             R"sql(SELECT count(*) FILTER (WHERE from_on <= $3 AND (to_on IS NULL OR to_on >= $3)),
                             count(*) FILTER (WHERE waiting_on <= $3 AND (from_on IS NULL OR from_on > $3)
                                              AND (to_on IS NULL OR to_on > $3)),
                             count(*) FILTER (WHERE from_on >= $2 AND from_on <= $3 AND waiting_on IS NULL),
                             count(*) FILTER (WHERE state = 'left' AND to_on >= $2 AND to_on <= $3),
                             count(*) FILTER (WHERE state = 'completed' AND to_on >= $2 AND to_on <= $3),
                             count(*) FILTER (WHERE from_on >= $2 AND from_on <= $3 AND waiting_on IS NOT NULL),
                             count(*) FILTER (WHERE state = 'transferred' AND to_on >= $2 AND to_on <= $3)
                      FROM enrolment WHERE peer_group = $1 AND change_seq <= $4)sql")
                         .bind(group, week_.monday, week_.sunday, week_.last_change)
                         .one();
    figures.enrolled = row->integer(0);
    figures.waitlisted = row->integer(1);
    figures.came = row->integer(2);
    figures.left = row->integer(3);
    figures.completed = row->integer(4);
    figures.promoted = row->integer(5);
    figures.transferred = row->integer(6);
    if (figures.left == 0) return;
    transaction_
        .prepare(R"sql(SELECT coalesce(reason, ''), count(*) FROM enrolment WHERE peer_group = $1 AND change_seq <= $4
                       AND state = 'left' AND to_on >= $2 AND to_on <= $3 GROUP BY coalesce(reason, '') ORDER BY 1)sql")
        .bind(group, week_.monday, week_.sunday, week_.last_change)
        .each([&](const store::Row& reason) { figures.left_by_reason[reason.text(0)] += reason.integer(1); });
}

std::int64_t WeekMembers::on(const Standing& standing, const std::string& day) {
    if (!standing.moving) return standing.members;
    return members_on_.bind(standing.group, day, week_.last_change).one()->integer(0);
}

} // namespace peergroup::reports
