#pragma once

#include "calendar/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace peergroup::admission {

/// What a group asks of whoever comes newly, as far as it is stated.
struct Terms {
    bool running = true;
    bool intake_open = true;
    std::optional<int> age_min = {}; ///< full years on `age_day`
    std::optional<int> age_max = {};
    calendar::Date age_day = {}; ///< the first session, or the first day of the membership where none is planned
    std::span<const std::string> eligibility = {}; ///< codes of facts, any of which suffices; none: nothing is asked
    bool anonymous = false;                        ///< people are counted there, not named
};

/// What is known of the person.
struct Facts {
    std::optional<calendar::Date> born_on = {};
    bool restricted = false;                    ///< asked that what is known be only kept (GDPR article 18)
    std::span<const std::string> attested = {}; ///< codes, from whichever day
};

/// Every reason against taking the person, in the order in which they are told; none: eligible. Codes: `group-ended`,
/// `intake-closed`, `group-anonymous`, `person-restricted`, `fact-unknown` and `birth-date-unknown` (an unknown fact is asked
/// for, never guessed), `not-eligible.age`.
std::vector<std::string> reasons_against(const Terms& terms, const Facts& facts);

} // namespace peergroup::admission
