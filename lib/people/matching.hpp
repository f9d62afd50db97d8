#pragma once

#include "people/person_register.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

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

/// A rule that stands against taking the row's person: a stable code and the people concerned.
struct MatchRefusal {
    /// Whether somebody whom another row of the file created or changed may stand behind it.
    bool follows() const { return code != "nobody-named" && code != "person-not-found"; }

    std::string code; ///< `differs`, `near-match`, `reference-birth-differs`, `keys-disagree`, `nobody-named`
    std::vector<std::int64_t> people = {}; ///< whom the row may mean
    std::vector<std::string> columns = {}; ///< whose values differ
};

/// Somebody known; `updated` when stored values were changed to the told ones.
struct Known {
    std::int64_t person;
    bool updated = false;
};

/// Nobody known: the row's person is to be created.
struct Unknown {};

using Match = std::variant<Known, Unknown, MatchRefusal>;

/// Who the row means: a known person (brought up to date where that was asked), nobody yet, or a refusal. The same identity code,
/// or the same reference of one source, is the same person; the same name and birth date (or none in both) are where nothing else
/// differs. `different_person` answers a near match, never an exact one: the same file fed twice doubles nobody.
Match match_person(PersonRegister& people, const Wanted& wanted);

/// The same for a row that names the person's code: refused with `person-not-found`, `keys-disagree` or `differs`.
Match match_numbered(PersonRegister& people, const Wanted& wanted, std::int64_t person);

/// A refusal when the told reference or identity code belongs to somebody else than `person`.
std::optional<MatchRefusal> keys_of_another(PersonRegister& people, const Wanted& wanted, std::int64_t person);

} // namespace peergroup::people
