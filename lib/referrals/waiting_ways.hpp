#pragma once

#include "people/person_code.hpp"
#include "referrals/referral.hpp"
#include "store/database.hpp"
#include "vault/actor.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace peergroup::referrals {

/// Somebody on the way to a group of a type, who has no place yet.
struct WaitingWay {
    people::PersonCode person;
    std::string group; ///< its code, or empty where any group of the type would do
    std::string state;
    std::string path;     ///< by whom the person was referred, or empty
    calendar::Date since; ///< the day of the referral, or of the first that is known
};

/// Everybody who is on the way to the type in the region or a group of it, by day and number; not whom it does not suit. Throws
/// Problem(not_permitted, `not-permitted.region`).
std::vector<WaitingWay> waiting_ways(store::Transaction& transaction, const Destination& type, const vault::Actor& actor);

/// A type that people are on the way to before any group is named.
struct WaitedForType {
    std::string type;
    std::string region;
    std::int64_t people;
    calendar::Date longest_since;
};

/// By type and region: those of the region, or, where none is named, all that the actor may see.
std::vector<WaitedForType> waited_for_types(store::Transaction& transaction, const std::string& region,
                                            const vault::Actor& actor);

} // namespace peergroup::referrals
