#include "people/person_register.hpp"

#include <algorithm>
#include <iterator>

namespace peergroup::people {

const std::vector<std::string>& relations() {
    static const std::vector<std::string> words = {"guardian",    "parent",        "child",   "sibling",
                                                   "grandparent", "foster_parent", "partner", "other_close"};
    return words;
}

void PersonRegister::link(std::int64_t person, std::int64_t other, const std::string& relation) {
    transaction_
        .prepare(R"sql(INSERT INTO person_link (person, other, relation) VALUES ($1, $2, $3)
                       ON CONFLICT (person, other, relation) DO NOTHING)sql")
        .bind(person, other, relation)
        .run();
}

bool PersonRegister::unlink(std::int64_t person, std::int64_t other, const std::string& relation) {
    return transaction_.prepare(R"sql(DELETE FROM person_link WHERE person = $1 AND other = $2 AND relation = $3)sql")
               .bind(person, other, relation)
               .run() > 0;
}

std::vector<std::int64_t> PersonRegister::linked_to(std::int64_t person) {
    std::vector<std::int64_t> people;
    // They are few; sorting them here is cheaper than the engine's UNION.
    transaction_
        .prepare(R"sql(SELECT other FROM person_link WHERE person = $1
                       UNION ALL SELECT person FROM person_link WHERE other = $1)sql")
        .bind(person)
        .each([&](const store::Row& row) { people.push_back(row.integer(0)); });
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

std::vector<Link> PersonRegister::links_of(std::int64_t person) {
    std::vector<Link> links;
    transaction_.prepare(R"sql(SELECT other, relation FROM person_link WHERE person = $1 ORDER BY other, relation)sql")
        .bind(person)
        .each([&](const store::Row& row) {
            links.push_back({PersonCode(row.integer(0)), row.text(1)});
        });
    return links;
}

void PersonRegister::join_family(const std::vector<std::int64_t>& people) {
    std::optional<std::int64_t> family;
    std::vector<std::int64_t> outside;
    store::Statement families = transaction_.prepare(R"sql(SELECT min(family) FROM family_member WHERE person = $1)sql");
    for (const std::int64_t person : people) {
        const std::optional<std::int64_t> known = families.bind(person).one()->maybe_integer(0);
        if (!family) family = known;
        if (!known || known != family) outside.push_back(person);
    }
    if (outside.empty()) return;
    if (!family) family = transaction_.reserve("family", 1).first;
    store::Statement insert = transaction_.prepare(
        R"sql(INSERT INTO family_member (family, person) VALUES ($1, $2) ON CONFLICT (family, person) DO NOTHING)sql");
    for (const std::int64_t person : outside)
        insert.bind(*family, person).run();
}

std::vector<std::int64_t> PersonRegister::families_of(std::int64_t person) {
    return store::numbers(
        transaction_.prepare(R"sql(SELECT family FROM family_member WHERE person = $1 ORDER BY family)sql").bind(person));
}

std::vector<std::int64_t> PersonRegister::family_of(std::int64_t person) {
    return store::numbers(transaction_
                              .prepare(R"sql(SELECT o.person FROM family_member m JOIN family_member o ON o.family = m.family
                                             WHERE m.person = $1 AND o.person <> $1)sql")
                              .bind(person));
}

std::vector<std::int64_t> PersonRegister::relatives_of(std::int64_t person) {
    std::vector<std::int64_t> people = linked_to(person);
    std::ranges::copy(family_of(person), std::back_inserter(people));
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

void PersonRegister::decide_contact(std::int64_t person, const ContactDecision& decision) {
    transaction_
        .prepare(R"sql(INSERT INTO person_contact (person, channel, consent, safe) VALUES ($1, $2, $3, $4)
                       ON CONFLICT (person, channel) DO UPDATE SET consent = coalesce(excluded.consent, person_contact.consent),
                       safe = coalesce(excluded.safe, person_contact.safe))sql")
        .bind(person, decision.channel, decision.consent, decision.safe)
        .run();
}

std::optional<PersonCode> PersonRegister::merged_into(std::int64_t id) {
    const auto row =
        transaction_.prepare(R"sql(SELECT merged_into FROM person WHERE id = $1 AND merged_into IS NOT NULL)sql").bind(id).one();
    return row ? std::optional(PersonCode(row->integer(0))) : std::nullopt;
}

std::vector<std::int64_t> PersonRegister::merged_from(std::int64_t id) {
    store::Statement select = transaction_.prepare(R"sql(SELECT id FROM person WHERE merged_into = $1 ORDER BY id)sql");
    return store::numbers(select.bind(id));
}

std::vector<std::int64_t> PersonRegister::restricted() {
    std::vector<std::int64_t> people;
    transaction_.prepare(R"sql(SELECT person FROM person_restriction ORDER BY person)sql")
        .bind()
        .each([&](const store::Row& row) { people.push_back(row.integer(0)); });
    return people;
}

void PersonRegister::restrict(std::int64_t id, std::optional<calendar::Date> since) {
    transaction_.prepare(R"sql(DELETE FROM person_restriction WHERE person = $1)sql").bind(id).run();
    if (since)
        transaction_.prepare(R"sql(INSERT INTO person_restriction (person, since) VALUES ($1, $2))sql")
            .bind(id, since->iso())
            .run();
}

std::vector<ContactDecision> PersonRegister::contacts_of(std::int64_t person) {
    const auto answer = [](const std::optional<std::int64_t>& number) {
        return number ? std::optional(*number == 1) : std::nullopt;
    };
    std::vector<ContactDecision> decisions;
    transaction_.prepare(R"sql(SELECT channel, consent, safe FROM person_contact WHERE person = $1 ORDER BY channel)sql")
        .bind(person)
        .each([&](const store::Row& row) {
            decisions.push_back({row.text(0), answer(row.maybe_integer(1)), answer(row.maybe_integer(2))});
        });
    return decisions;
}

} // namespace peergroup::people
