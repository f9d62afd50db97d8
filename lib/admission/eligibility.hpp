#pragma once

#include "calendar/date.hpp"
#include "referrals/reached.hpp"
#include "vault/actor.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::admission {

/// What a group asks of whoever comes newly, as far as it is stated.
struct Terms {
    bool running = true;
    bool intake_open = true;
    std::optional<int> age_min = {}; ///< full years on `age_day`
    std::optional<int> age_max = {};
    calendar::Date age_day = {}; ///< the first session, or the first day of the membership where none is planned
    std::span<const std::string> eligibility = {};    ///< codes of facts, any of which suffices; none: nothing is asked
    bool anonymous = false;                           ///< people are counted there, not named
    bool too_late = false;                            ///< a closed group takes nobody any more
    bool asks_completed = false;                      ///< another type must have been completed before (S3: training of peers)
    std::span<const catalogue::EntryStep> steps = {}; ///< that come before a place
};

/// What ties of the person stand against it: they betray others.
struct Ties {
    bool guides = false;                   ///< is one of the group's facilitators (VOI: nobody is both in one group)
    bool related_to_guide = false;         ///< belongs to one of them
    bool apart = false;                    ///< is to be kept apart from somebody who is there
    bool family_there = false;             ///< has family there, where the type wants none
    std::vector<std::int64_t> others = {}; ///< people because of whom they stand
};

/// What is known of the person.
struct Facts {
    std::optional<calendar::Date> born_on = {};
    bool restricted = false;                    ///< asked that what is known be only kept (GDPR article 18)
    std::span<const std::string> attested = {}; ///< codes, from whichever day
    bool completed = false;                     ///< that other type
    Ties ties = {};
    referrals::Reached reached = {}; ///< on the way to the group
};

/// Every reason against taking the person, in the order in which they are told; none: eligible. Codes: `group-ended`,
/// `intake-closed`, `late-entry`, `group-anonymous`, `person-restricted`, `fact-unknown` and `birth-date-unknown` (an unknown
/// fact is asked for, never guessed), `not-completed`, `not-eligible.age`, those of `referrals::missing_steps`, and for ties
/// `facilitator-of-group`, `facilitator-related`, `keep-apart`, `family-in-group`.
std::vector<std::string> reasons_against(const Terms& terms, const Facts& facts);

/// The one word for all reasons that betray others.
inline constexpr std::string_view restricted_reason = "not-placeable.restricted";

/// A child of a pair has no linked adult on the other side (KAI-04).
inline constexpr std::string_view adult_missing_reason = "no-linked-adult";

/// Whether the reason tells of somebody else.
bool betrays_another(std::string_view reason);

/// The reasons as they may be told: to whoever has no clearance, those that betray others are `restricted_reason`, once.
std::vector<std::string> told(std::vector<std::string> reasons, bool cleared);

/// Takes out the reason that somebody answers for; `restricted_reason` stands for all that betray others. Gives how many.
std::int64_t set_aside(std::vector<std::string>& reasons, std::string_view override_code);

/// The reasons that somebody may answer for: `fact-unknown`, `late-entry`, `no-linked-adult` (KAI-04), `not-completed`,
/// `not-eligible.age`, those that betray others, `restricted_reason`, and a step that is missing.
const std::vector<std::string>& overridable_reasons();

/// Throws Problem(not_permitted, `clearance-missing`) for a reason that betrays others and that the actor could find out so.
void require_override(const vault::Actor& actor, std::string_view override_code);

} // namespace peergroup::admission
