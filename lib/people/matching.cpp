#include "people/matching.hpp"

namespace peergroup::people {

namespace {

std::optional<std::int64_t> first_holder(PersonRegister& people, const Wanted& wanted, vault::LookupKind kind,
                                         const std::string& spelling) {
    const auto holders = people.holders(wanted.region, kind, spelling);
    return holders.empty() ? std::nullopt : std::optional(holders.front());
}

/// Who holds the told reference, and who the told identity code.
struct KeyHolders {
    std::optional<std::int64_t> by_reference;
    std::optional<std::int64_t> by_code;
};

KeyHolders holders_of(PersonRegister& people, const Wanted& wanted) {
    const PersonDetails& details = wanted.details;
    KeyHolders holders;
    if (!details.reference.empty())
        holders.by_reference =
            first_holder(people, wanted, vault::LookupKind::reference, reference_spelling(details.source, details.reference));
    if (!details.identity_code.empty())
        holders.by_code = first_holder(people, wanted, vault::LookupKind::identity_code, details.identity_code);
    return holders;
}

MatchRefusal disagreement(std::int64_t one, std::int64_t other) {
    return {"keys-disagree", {one, other}};
}

Match accept_known(PersonRegister& people, const Wanted& wanted, std::int64_t person) {
    const std::vector<std::string> columns = people.differences(person, wanted.details);
    if (columns.empty() || wanted.on_difference == OnDifference::keep) return Known{person};
    if (wanted.on_difference == OnDifference::reject) return MatchRefusal{"differs", {person}, columns};
    people.update(person, wanted.details);
    return Known{person, true};
}

// Weak on its own: two people may share a name and a day of birth. Only a row that says nothing else is taken for the same one.
Match judge_same_name(PersonRegister& people, const Wanted& wanted) {
    const PersonDetails& details = wanted.details;
    if (!details.has_name()) return Unknown{};
    const std::string spelling = name_and_birth_spelling(details.given_name, details.family_name, details.birth_date);
    const auto same_name = people.holders(wanted.region, vault::LookupKind::name_and_birth, spelling);
    std::vector<std::int64_t> exact;
    for (const std::int64_t person : same_name)
        if (people.differences(person, details).empty()) exact.push_back(person);
    if (exact.size() == 1) return Known{exact.front()};
    if (same_name.empty() || (exact.empty() && wanted.different_person)) return Unknown{};
    return MatchRefusal{"near-match", same_name};
}

} // namespace

std::optional<OnDifference> parse_on_difference(std::string_view text) {
    if (text == "reject") return OnDifference::reject;
    if (text == "keep") return OnDifference::keep;
    if (text == "update") return OnDifference::update;
    return std::nullopt;
}

std::optional<MatchRefusal> keys_of_another(PersonRegister& people, const Wanted& wanted, std::int64_t person) {
    const KeyHolders holders = holders_of(people, wanted);
    for (const auto& holder : {holders.by_reference, holders.by_code})
        if (holder && *holder != person) return disagreement(person, *holder);
    return std::nullopt;
}

Match match_numbered(PersonRegister& people, const Wanted& wanted, std::int64_t person) {
    if (!people.find(person)) return MatchRefusal{"person-not-found", {person}};
    if (auto refusal = keys_of_another(people, wanted, person)) return *refusal;
    return accept_known(people, wanted, person);
}

Match match_person(PersonRegister& people, const Wanted& wanted) {
    const PersonDetails& details = wanted.details;
    const auto [by_reference, by_code] = holders_of(people, wanted);
    if (by_reference && by_code && *by_reference != *by_code) return disagreement(*by_reference, *by_code);
    if (by_reference && details.birth_date && people.born_on(*by_reference) &&
        details.birth_date != people.born_on(*by_reference))
        return MatchRefusal{"reference-birth-differs", {*by_reference}};
    if (by_code || by_reference) return accept_known(people, wanted, by_code ? *by_code : *by_reference);
    if (const Match same_name = judge_same_name(people, wanted); !std::holds_alternative<Unknown>(same_name)) return same_name;
    if (!details.has_name()) return MatchRefusal{"nobody-named"};
    return Unknown{};
}

} // namespace peergroup::people
