#include "people/duplicates.hpp"

#include "language/nearest.hpp"
#include "language/text.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace peergroup::people {

namespace {

/// What is compared of a person, folded.
struct Compared {
    PersonCode code;
    std::string given_name;
    std::string family_name;
    std::string identity_code;
    std::string reference; ///< with its source; empty where there is none
};

bool is_near(const std::string& one, const std::string& other) {
    const std::array candidates{other};
    return one == other || (!one.empty() && !other.empty() && language::nearest(one, candidates).has_value());
}

bool near_names(const Compared& one, const Compared& other) {
    if (one.given_name.empty() && one.family_name.empty()) return false;
    return (is_near(one.given_name, other.given_name) && is_near(one.family_name, other.family_name)) ||
           (one.given_name == other.family_name && one.family_name == other.given_name);
}

using Pairs = std::map<std::pair<PersonCode, PersonCode>, std::string>;

// The first reason that is found for a pair is the strongest.
void note(Pairs& pairs, const Compared& one, const Compared& other, const char* why) {
    pairs.try_emplace(std::minmax(one.code, other.code), why);
}

template <class Same> void compare(Pairs& pairs, const std::vector<Compared>& people, const char* why, const Same& same) {
    for (std::size_t first = 0; first < people.size(); ++first)
        for (std::size_t second = first + 1; second < people.size(); ++second)
            if (same(people[first], people[second])) note(pairs, people[first], people[second], why);
}

} // namespace

std::vector<DuplicatePair> find_duplicates(store::Transaction& transaction, const vault::Journal& journal,
                                           const std::string& region) {
    PersonRegister people(transaction, journal.keys());
    std::map<std::string, std::vector<Compared>> by_code;
    std::map<std::string, std::vector<Compared>> by_birth;
    std::int64_t compared = 0;
    for (const Person& person : list_people(transaction, {region}, journal.actor())) {
        if (!journal.keys().holds(person.region) || (person.restricted && !journal.actor().cleared)) continue;
        const IdentityRecord record = people.record_of(person.code.number());
        const Compared known{person.code, language::fold(record.given_name), language::fold(record.family_name),
                             record.identity_code,
                             record.reference.empty() ? "" : reference_spelling(record.source, record.reference)};
        if (!known.identity_code.empty()) by_code[known.identity_code].push_back(known);
        if (const auto born = people.born_on(person.code.number())) by_birth[born->iso()].push_back(known);
        ++compared;
    }
    Pairs pairs;
    for (const auto& [code, same] : by_code)
        compare(pairs, same, "identity-code", [](const Compared&, const Compared&) { return true; });
    for (const auto& [born, same] : by_birth) {
        compare(pairs, same, "reference", [](const Compared& one, const Compared& other) {
            return !one.reference.empty() && one.reference == other.reference;
        });
        compare(pairs, same, "near-name", near_names);
    }
    journal.record_read(transaction,
                        {region.empty() ? "people" : region, fmt::format("compared={} pairs={}", compared, pairs.size())});
    std::vector<DuplicatePair> found;
    for (const auto& [codes, why] : pairs)
        found.push_back({codes.first, codes.second, why});
    return found;
}

} // namespace peergroup::people
