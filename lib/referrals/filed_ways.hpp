#pragma once

#include "calendar/date.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <string>
#include <vector>

namespace peergroup::referrals {

/// A step on somebody's way into a group, with what was written about it.
struct FiledWayStep {
    std::string group; ///< code; empty: towards the type
    std::string type;
    std::string region;
    calendar::Date effective_on;
    std::string step;
    std::string referred_by;
    std::string decided_by;
    std::string reason;
    std::string note = {};
    std::string offered_instead = {};
    bool written = false; ///< something was written about it
};

/// Every step of every way of the person, in the order in which it was recorded, texts opened.
std::vector<FiledWayStep> filed_steps(store::Transaction& transaction, const vault::KeyRing& keys, people::PersonCode person);

/// Whose ways are asked for.
struct WaysQuestion {
    people::PersonCode person;
    bool with_texts = false; ///< what was written is told too, which takes a ground and is journalled
};

/// The same as far as it is the actor's: of a facilitator, ways towards own groups. Throws Problem: usage `reason-missing`, and
/// as people::require_unrestricted does where texts are asked for, else as require_person.
std::vector<FiledWayStep> show_ways(store::Database& database, const vault::Journal& journal, const WaysQuestion& question);

} // namespace peergroup::referrals
