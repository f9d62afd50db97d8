#include "people/person_facts.hpp"

#include "catalogue/fact_codes.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace peergroup::people {

namespace {

// A line of the record: what one worker attested on one day.
struct Attested {
    std::string_view on;
    std::string_view by;
    std::string_view codes; ///< with a blank between them
};

std::string_view take_until(char end, std::string_view& rest) {
    const std::size_t length = std::min(rest.find(end), rest.size());
    const std::string_view word = rest.substr(0, length);
    rest.remove_prefix(std::min(length + 1, rest.size()));
    return word;
}

Attested take_line(std::string_view& rest) {
    std::string_view line = take_until('\n', rest);
    const std::string_view on = take_until(' ', line);
    const std::string_view by = take_until(' ', line);
    return {on, by, line};
}

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

PersonFacts FactRegister::of(std::int64_t person) {
    PersonFacts facts;
    for (std::string_view rest = keys_.facts(person); !rest.empty();) {
        const Attested attested = take_line(rest);
        for (std::string_view codes = attested.codes; !codes.empty();)
            facts.emplace(take_until(' ', codes),
                          Attestation{calendar::Date::parse(attested.on).value(), std::string(attested.by)});
    }
    return facts;
}

std::optional<std::size_t> FactRegister::first_attested(std::int64_t person, std::span<const std::string> codes) {
    std::size_t first = codes.size();
    for (std::string_view rest = keys_.facts(person); !rest.empty();)
        for (std::string_view attested = take_line(rest).codes; !attested.empty();) {
            const auto found = std::ranges::find(codes, take_until(' ', attested));
            first = std::min(first, static_cast<std::size_t>(found - codes.begin()));
        }
    return first == codes.size() ? std::nullopt : std::optional(first);
}

void FactRegister::write(std::int64_t person, const PersonFacts& facts) {
    std::map<std::string, std::string> lines; // what was attested on one day by one worker stands together
    for (const auto& [code, attestation] : facts)
        lines[fmt::format("{} {}", attestation.on.iso(), attestation.by)] += ' ' + code;
    std::string record;
    for (const auto& [told, codes] : lines)
        record += told + codes + '\n';
    keys_.set_facts(person, record);
    vault::wipe(record);
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
    FactRegister stored(people.keys());
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
    return FactRegister(people.keys()).of(code.number());
}

} // namespace peergroup::people
