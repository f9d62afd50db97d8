#include "people/people.hpp"

namespace peergroup::people {

std::vector<Person> list_people(store::Transaction& transaction, const PersonFilter& filter, const vault::Actor& actor) {
    if (!filter.region.empty()) actor.require_region(filter.region);
    std::vector<Person> people;
    transaction
        .prepare(R"sql(SELECT p.id, p.region, p.municipality, p.language, p.channel, p.non_disclosure, r.person
                       FROM person p LEFT JOIN person_restriction r ON r.person = p.id
                       WHERE p.region = coalesce($1, p.region) AND p.erased_on IS NULL ORDER BY p.id)sql")
        .bind(store::text_or_null(filter.region))
        .each([&](const store::Row& row) {
            people.push_back({PersonCode(row.integer(0)), row.text(1), row.text_or_empty(2), row.text_or_empty(3),
                              row.text_or_empty(4), row.integer(5) == 1, row.has(6)});
        });
    const bool all = filter.non_disclosure_too || actor.cleared;
    std::erase_if(people,
                  [&](const Person& person) { return !actor.may_see_region(person.region) || (person.non_disclosure && !all); });
    return people;
}

} // namespace peergroup::people
