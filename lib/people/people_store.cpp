#include "people/people.hpp"

namespace peergroup::people {

std::vector<Person> list_people(store::Transaction& transaction, const PersonFilter& filter, const vault::Actor& actor) {
    if (!filter.region.empty()) actor.require_region(filter.region);
    std::vector<Person> people;
    transaction
        .prepare(R"sql(SELECT id, region, municipality, language, channel, non_disclosure FROM person
                       WHERE region = coalesce($1, region) ORDER BY id)sql")
        .bind(store::text_or_null(filter.region))
        .each([&](const store::Row& row) {
            people.push_back({PersonCode(row.integer(0)), row.text(1), row.text_or_empty(2), row.text_or_empty(3),
                              row.text_or_empty(4), row.integer(5) == 1});
        });
    std::erase_if(people, [&](const Person& person) { return !actor.may_see_region(person.region); });
    return people;
}

} // namespace peergroup::people
