#include "people/people.hpp"

#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "people/kept_apart.hpp"
#include "people/matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace peergroup::people {

bool is_barred(PersonRegister& people, PersonCode code, const vault::Actor& actor) {
    if (actor.sees_every_region()) return false; // a large batch asks this of every row
    const auto person = people.find(code.number());
    return person && !actor.may_see_region(person->region);
}

void require_person(PersonRegister& people, PersonCode code, const vault::Actor& actor) {
    if (is_barred(people, code, actor))
        throw Problem(ProblemKind::not_permitted, "not-permitted.region",
                      fmt::format("{} may not work with {}", actor.id, code.text()), "",
                      "an admin can change that in staff.toml");
    if (people.exists(code.number())) return;
    if (const auto into = people.merged_into(code.number()); into && !is_barred(people, *into, actor))
        throw Problem(ProblemKind::not_found, "person-merged", fmt::format("{} was merged into {}", code.text(), into->text()),
                      "", "use " + into->text());
    throw Problem(ProblemKind::not_found, "person-not-found", fmt::format("there is no person {}", code.text()), "",
                  "see `peergroup person list`");
}

void require_unrestricted(PersonRegister& people, PersonCode code, const vault::Actor& actor) {
    require_person(people, code, actor);
    if (actor.cleared || !people.find(code.number())->restricted) return;
    throw Problem(ProblemKind::not_permitted, "person-restricted",
                  fmt::format("what is known of {} is kept and not to be used", code.text()), "",
                  "somebody with clearance can lift that with `peergroup privacy restrict`");
}

PersonView show_person(store::Transaction& transaction, const vault::KeyRing& keys, PersonCode code, const vault::Actor& actor) {
    PersonRegister people(transaction, keys);
    require_person(people, code, actor);
    std::vector<Link> links = people.links_of(code.number());
    if (actor.cleared) std::ranges::move(KeptApart(transaction, keys).of(code.number()), std::back_inserter(links));
    std::erase_if(links, [&](const Link& link) { return is_barred(people, link.other, actor); });
    return {*people.find(code.number()), people.born_on(code.number()).has_value(), std::move(links),
            people.contacts_of(code.number())};
}

void restrict_person(store::Database& database, const vault::Journal& journal, PersonCode code,
                     std::optional<calendar::Date> since) {
    store::Transaction transaction = database.write();
    PersonRegister people(transaction, journal.keys());
    if (since)
        require_person(people, code, journal.actor());
    else
        require_unrestricted(people, code, journal.actor());
    people.restrict(code.number(), since);
    journal.record_change(transaction, {people.find(code.number())->region},
                          {code.text(), since ? "restricted=1" : "restriction-lifted=1"});
    transaction.commit();
}

void edit_person(store::Database& database, const vault::Journal& journal, PersonCode code, const PersonDetails& details) {
    store::Transaction transaction = database.write();
    PersonRegister people(transaction, journal.keys());
    require_unrestricted(people, code, journal.actor());
    const Wanted wanted{people.find(code.number())->region, details};
    if (const auto refusal = keys_of_another(people, wanted, code.number()))
        throw Problem(ProblemKind::refused, refusal->code,
                      fmt::format("the reference or the identity code belongs to somebody else ({})",
                                  PersonCode(refusal->people.back()).text()));
    const std::vector<std::string> changed = people.differences(code.number(), details);
    people.update(code.number(), details);
    journal.record_change(transaction, {wanted.region}, {code.text(), fmt::format("changed={}", changed.size())});
    transaction.commit();
}

namespace {

// Both kinds of ties are stated alike; whoever may not see that people are kept apart cannot find it out by taking it back.
void change_link(store::Transaction& transaction, PersonRegister& people, const vault::Journal& journal,
                 const LinkStatement& statement) {
    const std::int64_t person = statement.person.number();
    const std::int64_t other = statement.other.number();
    const bool apart = is_apart_relation(statement.relation);
    if (!statement.remove) {
        if (apart) return KeptApart(transaction, journal.keys()).state(person, other, statement.relation);
        return people.link(person, other, statement.relation);
    }
    if (apart && !journal.actor().cleared)
        throw Problem(ProblemKind::not_permitted, "clearance-missing", "only somebody with clearance can take that back",
                      "--remove", "an admin can give clearance in staff.toml");
    if (apart ? KeptApart(transaction, journal.keys()).take_back(person, other, statement.relation)
              : people.unlink(person, other, statement.relation))
        return;
    throw Problem(
        ProblemKind::refused, "no-such-link",
        fmt::format("{} is not stated to be the {} of {}", statement.other.text(), statement.relation, statement.person.text()));
}

void require_relation(const std::string& relation) {
    std::vector<std::string> known = relations();
    known.insert(known.end(), apart_relations().begin(), apart_relations().end());
    if (std::ranges::find(known, relation) != known.end()) return;
    throw Problem(ProblemKind::usage, "unknown-relation", fmt::format("\"{}\" is no relation", relation), "--relation",
                  language::did_you_mean(relation, known));
}

} // namespace

void link_people(store::Database& database, const vault::Journal& journal, const LinkStatement& statement) {
    require_relation(statement.relation);
    if (statement.person == statement.other)
        throw Problem(ProblemKind::refused, "same-person", "a person cannot be linked to the same person");
    store::Transaction transaction = database.write();
    PersonRegister people(transaction, journal.keys());
    require_unrestricted(people, statement.person, journal.actor());
    require_unrestricted(people, statement.other, journal.actor());
    change_link(transaction, people, journal, statement);
    journal.record_change(transaction,
                          {people.find(statement.person.number())->region, people.find(statement.other.number())->region},
                          {statement.person.text() + " " + statement.other.text(), statement.remove ? "unlinked=1" : "linked=1"});
    transaction.commit();
}

void decide_contact(store::Database& database, const vault::Journal& journal, PersonCode code, const ContactDecision& decision) {
    store::Transaction transaction = database.write();
    PersonRegister people(transaction, journal.keys());
    require_unrestricted(people, code, journal.actor());
    people.decide_contact(code.number(), decision);
    journal.record_change(transaction, {people.find(code.number())->region}, {code.text(), "contact=" + decision.channel});
    transaction.commit();
}

} // namespace peergroup::people
