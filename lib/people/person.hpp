#pragma once

#include "calendar/date.hpp"
#include "people/person_code.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::people {

/// Full years with which somebody is no child any more (Social Welfare Act 1301/2014 section 3).
inline constexpr int age_of_majority = 18;

/// What every list may show of a person: no name, no day of birth.
struct Person {
    PersonCode code;
    std::string region;
    std::string municipality; ///< empty when unknown or under non-disclosure
    std::string language;
    std::string channel;
    bool non_disclosure = false;
    bool restricted = false; ///< what is known may be kept, and nothing else done with it (GDPR article 18)
};

/// What was decided about one way of reaching a person.
struct ContactDecision {
    std::string channel; ///< email or sms
    std::optional<bool> consent;
    std::optional<bool> safe;
};

/// How two people belong together: `other` is the `relation` of the person.
struct Link {
    PersonCode other;
    std::string relation;
};

/// The relations that a link may state (S2: also "closest people").
const std::vector<std::string>& relations();

} // namespace peergroup::people
