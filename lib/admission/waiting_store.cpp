#include "admission/waiting.hpp"

#include "admission/membership_register.hpp"
#include "groups/group_register.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

namespace peergroup::admission {

namespace {

std::optional<calendar::Date> day(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Date::parse(row.text(column)) : std::nullopt;
}

bool is_asked_for(const WaitingFilter& filter, const vault::Actor& actor, const vault::GroupPlace& group) {
    if (!filter.region.empty() && filter.region != group.region) return false;
    if (!filter.group.empty() && filter.group != group.code && filter.group != group.pair_code) return false;
    return actor.may_see_group(group);
}

} // namespace

std::vector<WaitingGroup> waiting_groups(store::Transaction& transaction, const WaitingFilter& filter,
                                         const vault::Actor& actor) {
    if (!filter.region.empty()) actor.require_region(filter.region);
    std::vector<WaitingGroup> groups;
    transaction
        .prepare(R"sql(SELECT g.code, g.type, g.region, g.capacity, g.pair_code,
                              count(*) FILTER (WHERE e.state = 'enrolled'), count(*) FILTER (WHERE e.state = 'waitlisted'),
                              min(CASE WHEN e.state = 'waitlisted' THEN e.waiting_on END),
                              (SELECT count(*) FROM offer o WHERE o.peer_group = g.id AND o.answer IS NULL
                               AND (o.until_on IS NULL OR o.until_on >= $1))
                       FROM peer_group g JOIN enrolment e ON e.peer_group = g.id WHERE g.state = 'running'
                       GROUP BY g.id, g.code, g.type, g.region, g.capacity, g.pair_code
                       HAVING count(*) FILTER (WHERE e.state = 'waitlisted') > 0 ORDER BY g.code)sql")
        .bind(filter.today.iso())
        .each([&](const store::Row& row) {
            if (!is_asked_for(filter, actor, {row.text(2), row.text(0), row.text_or_empty(4)})) return;
            groups.push_back({row.text(0), row.text(1), row.text(2), row.maybe_integer(3), row.integer(5), row.integer(6),
                              row.integer(8), day(row, 7).value()});
        });
    return groups;
}

std::vector<WaitingPerson> waiting_people(store::Transaction& transaction, std::int64_t group, calendar::Date today) {
    std::vector<WaitingPerson> people;
    transaction
        .prepare(R"sql(SELECT e.person, e.waiting_on, e.priority, o.change_seq, o.until_on,
                              (SELECT count(*) FROM offer l WHERE l.peer_group = e.peer_group AND l.person = e.person
                               AND l.episode = e.episode AND (l.answer = 'declined' OR l.answer = 'expired'
                               OR (l.answer IS NULL AND l.until_on < $2)))
                       FROM enrolment e LEFT JOIN offer o ON o.peer_group = e.peer_group AND o.person = e.person
                       AND o.episode = e.episode AND o.answer IS NULL AND (o.until_on IS NULL OR o.until_on >= $2)
                       WHERE e.peer_group = $1 AND e.state = 'waitlisted'
                       ORDER BY e.priority DESC, e.waiting_on, e.waiting_order)sql")
        .bind(group, today.iso())
        .each([&](const store::Row& row) {
            people.push_back({people::PersonCode(row.integer(0)), day(row, 1).value(), static_cast<int>(row.integer(2)),
                              day(row, 4), row.has(3), row.integer(5) > 0});
        });
    return people;
}

std::vector<OpenOffer> open_offers(store::Transaction& transaction, const WaitingFilter& filter, const vault::Actor& actor) {
    if (!filter.region.empty()) actor.require_region(filter.region);
    std::vector<OpenOffer> offers;
    transaction
        .prepare(R"sql(SELECT g.code, g.region, g.pair_code, o.person, o.made_on, o.until_on
                       FROM offer o JOIN peer_group g ON g.id = o.peer_group WHERE o.answer IS NULL
                       ORDER BY g.code, o.change_seq)sql")
        .bind()
        .each([&](const store::Row& row) {
            if (!is_asked_for(filter, actor, {row.text(1), row.text(0), row.text_or_empty(2)})) return;
            const auto until = day(row, 5);
            offers.push_back(
                {row.text(0), people::PersonCode(row.integer(3)), day(row, 4).value(), until, until && *until < filter.today});
        });
    return offers;
}

void change_priority(store::Database& database, const vault::Journal& journal, const PriorityChange& change) {
    if (journal.occasion().ground.empty())
        throw Problem(ProblemKind::usage, "reason-missing", "another place on a waiting list takes a stated ground", "--priority",
                      "add --reason CODE, such as urgent-need");
    store::Transaction transaction = database.write();
    people::PersonRegister people(transaction, journal.keys());
    people::require_unrestricted(people, change.person, journal.actor());
    MembershipRegister memberships(transaction);
    std::int64_t changed = 0;
    const auto sides = groups::GroupRegister(transaction).require(change.group, journal.actor());
    for (const groups::Group& side : sides)
        for (const Membership& membership : memberships.of_group(side.id)) {
            if (membership.person != change.person.number() || membership.state != MembershipState::waitlisted) continue;
            memberships.set_priority(membership, change.priority);
            ++changed;
        }
    if (changed == 0)
        throw Problem(ProblemKind::refused, "not-waiting",
                      fmt::format("{} does not wait for {}", change.person.text(), change.group.text()));
    journal.record_change(transaction, {sides.front().region},
                          {change.group.text() + " " + change.person.text(), fmt::format("priority={}", change.priority)});
    transaction.commit();
}

} // namespace peergroup::admission
