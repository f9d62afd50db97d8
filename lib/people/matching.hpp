#pragma once

#include "people/person_register.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace peergroup::people {

/// What happens where told values differ from the stored ones.
enum class OnDifference { reject, keep, update };
std::optional<OnDifference> parse_on_difference(std::string_view text);

/// How the person of a row is to be found.
struct Wanted {
    std::string region;
    const PersonDetails& details;
    OnDifference on_difference = OnDifference::reject;
    bool different_person = false; ///< a near match has been looked at and is somebody else
};

/// A rule that stands against taking the row's person: a stable code and the codes of the people concerned, never a name.
struct MatchRefusal {
    std::string code; ///< `differs`, `near-match`, `reference-birth-differs`, `keys-disagree`, `nobody-named`
    std::string detail;
};

/// Nobody known: the row's person is to be created.
struct Unknown {};

/// Who the row means: a known person (brought up to date where that was asked), nobody yet, or a refusal. The same identity code, or
/// the same reference of one source, is the same person; the same name and birth date are where nothing else differs.
std::variant<std::int64_t, Unknown, MatchRefusal> match_person(PersonRegister& people, const Wanted& wanted);

/// The same for a row that names the person's code: refused with `person-not-found` or `differs`.
std::variant<std::int64_t, Unknown, MatchRefusal> match_numbered(PersonRegister& people, const Wanted& wanted, std::int64_t person);

} // namespace peergroup::people
