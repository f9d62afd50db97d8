#include "people/matching.hpp"

namespace peergroup::people {

namespace {

using Match = std::variant<std::int64_t, Unknown, MatchRefusal>;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::optional<std::int64_t> first_holder(PersonRegister& people, const Wanted& wanted, vault::LookupKind kind,
                                         const std::string& spelling) {
    const auto holders = people.holders(wanted.region, kind, vault::blind_key(wanted.region, kind, spelling));
    return holders.empty() ? std::nullopt : std::optional(holders.front());
}

Match accept_known(PersonRegister& people, const Wanted& wanted, std::int64_t person) {
    const std::vector<std::string> columns = people.differences(person, wanted.details);
    if (columns.empty() || wanted.on_difference == OnDifference::keep) return person;
    if (wanted.on_difference == OnDifference::reject)
        return MatchRefusal{"differs", PersonCode(person).text() + ": " + joined(columns)};
    people.update(person, wanted.details);
    return person;
}

// Weak on its own: two people may share a name and a day of birth. Only a row that says nothing else is taken for the same one.
Match judge_same_name(PersonRegister& people, const Wanted& wanted) {
    const PersonDetails& details = wanted.details;
    if (!details.birth_date || !details.has_name() || wanted.different_person) return Unknown{};
    const std::string spelling = name_and_birth_spelling(details.given_name, details.family_name, *details.birth_date);
    const auto same_name =
        people.holders(wanted.region, vault::LookupKind::name_and_birth,
                       vault::blind_key(wanted.region, vault::LookupKind::name_and_birth, spelling));
    std::vector<std::string> codes;
    for (const std::int64_t person : same_name) {
        if (people.differences(person, details).empty()) return person;
        codes.push_back(PersonCode(person).text());
    }
    if (codes.empty()) return Unknown{};
    return MatchRefusal{"near-match", joined(codes)};
}

} // namespace

std::optional<OnDifference> parse_on_difference(std::string_view text) {
    if (text == "reject") return OnDifference::reject;
    if (text == "keep") return OnDifference::keep;
    if (text == "update") return OnDifference::update;
    return std::nullopt;
}

Match match_numbered(PersonRegister& people, const Wanted& wanted, std::int64_t person) {
    if (!people.find(person)) return MatchRefusal{"person-not-found", PersonCode(person).text()};
    return accept_known(people, wanted, person);
}

Match match_person(PersonRegister& people, const Wanted& wanted) {
    const PersonDetails& details = wanted.details;
    std::optional<std::int64_t> by_reference;
    std::optional<std::int64_t> by_code;
    if (!details.reference.empty())
        by_reference = first_holder(people, wanted, vault::LookupKind::reference, reference_spelling(details.source, details.reference));
    if (!details.identity_code.empty())
        by_code = first_holder(people, wanted, vault::LookupKind::identity_code, details.identity_code);
    if (by_reference && by_code && *by_reference != *by_code)
        return MatchRefusal{"keys-disagree", PersonCode(*by_reference).text() + ", " + PersonCode(*by_code).text()};
    if (by_reference && details.birth_date && people.born_on(*by_reference) &&
        details.birth_date != people.born_on(*by_reference))
        return MatchRefusal{"reference-birth-differs", PersonCode(*by_reference).text()};
    if (by_code || by_reference) return accept_known(people, wanted, by_code ? *by_code : *by_reference);
    if (const Match same_name = judge_same_name(people, wanted); !std::holds_alternative<Unknown>(same_name)) return same_name;
    if (!details.has_name()) return MatchRefusal{"nobody-named", ""};
    return Unknown{};
}

} // namespace peergroup::people
