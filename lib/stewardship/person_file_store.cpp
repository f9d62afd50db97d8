#include "stewardship/person_file.hpp"

#include "facilitators/linked_people.hpp"
#include "groups/group_register.hpp"
#include "people/kept_apart.hpp"

namespace peergroup::stewardship {

namespace {

std::optional<calendar::Date> day(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Date::parse(row.text(column).substr(0, 10)) : std::nullopt;
}

void read_memberships(store::Transaction& transaction, std::int64_t person, PersonFile& file) {
    transaction
        .prepare(R"sql(SELECT g.code, g.type, e.state, e.waiting_on, e.from_on, e.to_on, e.reason FROM member m
                       JOIN enrolment e ON e.peer_group = m.peer_group AND e.person = m.person AND e.episode = m.episode
                       JOIN peer_group g ON g.id = m.peer_group WHERE m.person = $1 ORDER BY g.code, e.episode)sql")
        .bind(person)
        .each([&](const store::Row& row) {
            file.memberships.push_back(
                {row.text(0), row.text(1), row.text(2), day(row, 3), day(row, 4), day(row, 5), row.text_or_empty(6)});
        });
}

// Each step names the one before it, from the newest that a membership names.
void read_steps(store::Transaction& transaction, std::int64_t person, PersonFile& file) {
    transaction
        .prepare(R"sql(WITH RECURSIVE walked (change_seq) AS (
                           SELECT e.change_seq FROM member m JOIN enrolment e
                           ON e.peer_group = m.peer_group AND e.person = m.person AND e.episode = m.episode WHERE m.person = $1
                           UNION SELECT s.previous FROM step s JOIN walked w ON s.change_seq = w.change_seq
                           WHERE s.previous IS NOT NULL)
                       SELECT g.code, s.effective_on, s.kind, s.reason FROM walked w JOIN step s ON s.change_seq = w.change_seq AND s.kind <> 'undone'
                       JOIN peer_group g ON g.id = s.peer_group ORDER BY s.change_seq)sql")
        .bind(person)
        .each([&](const store::Row& row) {
            file.steps.push_back({row.text(0), day(row, 1).value(), row.text(2), row.text_or_empty(3)});
        });
}

void read_attendance(store::Transaction& transaction, std::int64_t person, PersonFile& file) {
    transaction
        .prepare(R"sql(SELECT g.code, s.starts_on, k.mark, k.minutes
                       FROM (SELECT DISTINCT peer_group FROM member WHERE person = $1) m
                       JOIN peer_group g ON g.id = m.peer_group
                       JOIN session s ON s.peer_group = m.peer_group
                       JOIN mark k ON k.session = s.id AND k.person = $1
                       WHERE NOT EXISTS (SELECT 1 FROM mark later WHERE later.session = k.session AND later.person = k.person
                                         AND later.revision > k.revision)
                       ORDER BY s.starts_on, g.code, s.ordinal)sql")
        .bind(person)
        .each([&](const store::Row& row) {
            file.attendance.push_back({row.text(0), day(row, 1).value(), row.text(2), row.maybe_integer(3)});
        });
}

void read_messages(store::Transaction& transaction, std::int64_t person, PersonFile& file) {
    transaction
        .prepare(R"sql(SELECT r.due_at, g.code, r.rule, r.channel, r.state, r.code FROM reminder r
                       LEFT JOIN peer_group g ON g.id = r.peer_group WHERE r.person = $1 ORDER BY r.due_at, r.id)sql")
        .bind(person)
        .each([&](const store::Row& row) {
            file.messages.push_back({day(row, 0).value(), row.text_or_empty(1), row.text(2), row.text_or_empty(3), row.text(4),
                                     row.text_or_empty(5)});
        });
}

void read_merged(store::Transaction& transaction, std::int64_t person, PersonFile& file) {
    transaction.prepare(R"sql(SELECT id FROM person WHERE merged_into = $1 ORDER BY id)sql")
        .bind(person)
        .each([&](const store::Row& row) { file.merged.push_back(people::PersonCode(row.integer(0)).text()); });
}

void read_days(store::Transaction& transaction, std::int64_t person, PersonFile& file) {
    const auto row = transaction
                         .prepare(R"sql(SELECT b.recorded_at, (SELECT r.since FROM person_restriction r WHERE r.person = p.id)
                                        FROM person p JOIN batch b ON b.id = p.batch WHERE p.id = $1)sql")
                         .bind(person)
                         .one()
                         .value();
    file.recorded_on = day(row, 0);
    file.restricted_since = day(row, 1);
}

} // namespace

PersonFile read_person_file(store::Transaction& transaction, const vault::Journal& journal, people::PersonCode person) {
    PersonFile file{.view = people::show_person(transaction, journal.keys(), person, journal.actor()),
                    .revealed = people::Identity(transaction, journal).reveal({&person, 1}).front(),
                    .events = people::events_of(transaction, journal.keys(), person, journal.actor()),
                    .facts = people::facts_of(transaction, journal.keys(), person, journal.actor()),
                    .facilitators = {},
                    .merged = {},
                    .restricted_since = {},
                    .recorded_on = {},
                    .referrals = {},
                    .memberships = {},
                    .steps = {},
                    .attendance = {},
                    .messages = {}};
    // That others are to be kept from the person is theirs.
    std::erase_if(file.view.links, [](const people::Link& link) { return people::is_apart_relation(link.relation); });
    for (const auto& code : facilitators::LinkedPeople(transaction, journal.keys()).of(person.number()))
        file.facilitators.push_back(code.text());
    read_merged(transaction, person.number(), file);
    read_days(transaction, person.number(), file);
    file.referrals = referrals::filed_steps(transaction, journal.keys(), person);
    read_memberships(transaction, person.number(), file);
    read_steps(transaction, person.number(), file);
    read_attendance(transaction, person.number(), file);
    read_messages(transaction, person.number(), file);
    return file;
}

} // namespace peergroup::stewardship
