#include "people/person_facts.hpp"

#include "catalogue/fact_codes.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace peergroup::people {

namespace {

constexpr std::string_view column_of_facts = "person_fact.record";

void require_sound(const catalogue::Catalogue& catalogue, const FactStatement& statement) {
    const std::vector<std::string> known = catalogue::fact_codes(catalogue);
    for (const std::string& code : statement.codes)
        if (!std::ranges::binary_search(known, code))
            throw Problem(ProblemKind::usage, "unknown-fact",
                          fmt::format("\"{}\" is no fact that a type of the catalogue asks for", code), "CODE",
                          language::did_you_mean(code, known));
    if (!statement.on) return;
    if (statement.by.empty())
        throw Problem(ProblemKind::usage, "attested-by-missing", "nothing says who attests it", "--attested-by",
                      "state a worker's code or role, such as social-worker");
    if (!is_worker_code(statement.by))
        throw Problem(ProblemKind::usage, "attested-by-no-code", "whoever attests is stated by a code, not by a name",
                      "--attested-by", "use small letters a to z, digits, - and ., such as social-worker");
}

void change(PersonFacts& facts, const FactStatement& statement) {
    for (const std::string& code : statement.codes)
        if (statement.on)
            facts.insert_or_assign(code, Attestation{*statement.on, statement.by});
        else if (facts.erase(code) == 0)
            throw Problem(ProblemKind::refused, "no-such-fact",
                          fmt::format("{} of {} is not attested", code, statement.person.text()));
}

} // namespace

FactRegister::FactRegister(store::Transaction& transaction, const vault::KeyRing& ring)
    : keys_(transaction, ring), read_(transaction.prepare(R"sql(SELECT record FROM person_fact WHERE person = $1)sql")),
      write_(transaction.prepare(R"sql(INSERT INTO person_fact (person, record) VALUES ($1, $2)
                                       ON CONFLICT (person) DO UPDATE SET record = excluded.record)sql")) {}

PersonFacts FactRegister::of(std::int64_t person) {
    PersonFacts facts;
    const auto row = read_.bind(person).one();
    if (!row) return facts;
    std::istringstream lines(keys_.unseal(person, column_of_facts, row->text(0)));
    for (std::string code, on, by; lines >> code >> on >> by;)
        facts.emplace(code, Attestation{calendar::Date::parse(on).value(), by});
    return facts;
}

void FactRegister::write(std::int64_t person, const PersonFacts& facts) {
    std::string record;
    for (const auto& [code, attestation] : facts)
        record += fmt::format("{} {} {}\n", code, attestation.on.iso(), attestation.by);
    write_.bind(person, store::Blob{keys_.seal(person, column_of_facts, record)}).run();
}

bool FactRegister::take(std::int64_t person, const ToldFacts& told, calendar::Date today) {
    if (told.codes.empty()) return false;
    PersonFacts facts = of(person);
    bool changed = false;
    for (const std::string& code : told.codes) {
        const auto stored = facts.find(code);
        if (stored != facts.end() && (!told.on || *told.on <= stored->second.on)) continue;
        facts.insert_or_assign(code, Attestation{told.on.value_or(today), told.by});
        changed = true;
    }
    if (changed) write(person, facts);
    return changed;
}

void attest_facts(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                  const FactStatement& statement) {
    require_sound(catalogue, statement);
    store::Transaction transaction = database.write();
    PersonRegister people(transaction, journal.keys());
    require_unrestricted(people, statement.person, journal.actor());
    FactRegister stored(transaction, journal.keys());
    PersonFacts facts = stored.of(statement.person.number());
    change(facts, statement);
    stored.write(statement.person.number(), facts);
    journal.record_change(
        transaction, {people.find(statement.person.number())->region},
        {statement.person.text(), fmt::format("{}={}", statement.on ? "facts" : "facts-removed", statement.codes.size())});
    transaction.commit();
}

PersonFacts facts_of(store::Transaction& transaction, const vault::KeyRing& keys, PersonCode code, const vault::Actor& actor) {
    PersonRegister people(transaction, keys);
    require_person(people, code, actor);
    return FactRegister(transaction, keys).of(code.number());
}

} // namespace peergroup::people
