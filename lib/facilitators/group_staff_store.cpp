#include "facilitators/group_staff.hpp"

#include "facilitators/facilitator_register.hpp"

namespace peergroup::facilitators {

namespace {

std::optional<calendar::Date> day_of(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Date::parse(row.text(column)) : std::nullopt;
}

} // namespace

StaffRegister::StaffRegister(store::Transaction& transaction)
    : transaction_(transaction),
      of_group_(transaction.prepare(R"sql(SELECT facilitator, episode, role, from_on, to_on, reason, role_gap FROM group_staff
                                          WHERE peer_group = $1 ORDER BY from_on, facilitator, episode)sql")) {}

std::vector<StaffMember> StaffRegister::of_group(std::int64_t group) {
    std::vector<StaffMember> members;
    of_group_.bind(group).each([&](const store::Row& row) {
        members.push_back({.group = group,
                           .facilitator = FacilitatorCode(row.integer(0)),
                           .episode = static_cast<int>(row.integer(1)),
                           .role = row.text(2),
                           .from_on = day_of(row, 3).value(),
                           .to_on = day_of(row, 4),
                           .reason = row.text_or_empty(5),
                           .role_gap = row.integer(6) == 1});
    });
    return members;
}

std::vector<std::string> StaffRegister::groups_of(FacilitatorCode facilitator, calendar::Date day) {
    std::vector<std::string> codes;
    transaction_
        .prepare(R"sql(SELECT DISTINCT g.code FROM group_staff s JOIN peer_group g ON g.id = s.peer_group
                       WHERE s.facilitator = $1 AND s.from_on <= $2 AND coalesce(s.to_on, $2) >= $2 ORDER BY g.code)sql")
        .bind(facilitator.number(), day.iso())
        .each([&](const store::Row& row) { codes.push_back(row.text(0)); });
    return codes;
}

void StaffRegister::add(StaffMember& member, std::int64_t batch) {
    const auto newest =
        transaction_.prepare(R"sql(SELECT max(episode) FROM group_staff WHERE peer_group = $1 AND facilitator = $2)sql")
            .bind(member.group, member.facilitator.number())
            .one();
    member.episode = static_cast<int>(newest->maybe_integer(0).value_or(0)) + 1;
    transaction_
        .prepare(R"sql(INSERT INTO group_staff (peer_group, facilitator, episode, role, from_on, role_gap, batch)
                       VALUES ($1, $2, $3, $4, $5, $6, $7))sql")
        .bind(member.group, member.facilitator.number(), member.episode, member.role, member.from_on.iso(), member.role_gap,
              batch)
        .run();
}

void StaffRegister::end(const StaffMember& member, std::int64_t batch) {
    transaction_
        .prepare(R"sql(UPDATE group_staff SET to_on = $4, reason = $5, ended_batch = $6
                       WHERE peer_group = $1 AND facilitator = $2 AND episode = $3)sql")
        .bind(member.group, member.facilitator.number(), member.episode, member.to_on.value().iso(),
              store::text_or_null(member.reason), batch)
        .run();
}

std::vector<Decider> deciders(store::Transaction& transaction, std::int64_t group, calendar::Date day) {
    QualificationRegister qualifications(transaction);
    std::vector<Decider> found;
    for (const StaffMember& member : StaffRegister(transaction).of_group(group))
        if (member.is_on(day))
            found.push_back({member.facilitator, member.role, held_on(qualifications.of(member.facilitator), day)});
    return found;
}

} // namespace peergroup::facilitators
