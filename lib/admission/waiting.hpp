#pragma once

#include "admission/offer.hpp"
#include "groups/group_code.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/actor.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::admission {

/// A group for which people wait, in numbers.
struct WaitingGroup {
    std::string group;
    std::string type;
    std::string region;
    std::optional<std::int64_t> capacity;
    std::int64_t enrolled = 0;
    std::int64_t waiting = 0;
    std::int64_t offered = 0; ///< of those who wait: have an offer that can be answered
    calendar::Date longest_since = {};
};

/// Somebody who waits. There is no number of the place: it would promise more than the order can keep.
struct WaitingPerson {
    people::PersonCode person;
    calendar::Date since;
    int priority = 0;
    std::optional<calendar::Date> offered_until = {}; ///< of an offer that can be answered
    bool has_offer = false;
    bool let_go = false; ///< has let an offer go
};

/// An offer that nobody has answered.
struct OpenOffer {
    std::string group;
    people::PersonCode person;
    calendar::Date made_on;
    std::optional<calendar::Date> until_on;
    bool lapsed = false; ///< can no longer be answered; the next change in the group ends it
};

/// What is asked of waiting lists; empty values: everything that the actor may see.
struct WaitingFilter {
    std::string region = {};
    std::string group = {}; ///< its code, or a pair's
    calendar::Date today = {};
};

/// Groups that are running and for which somebody waits, by code. Throws Problem(not_permitted, `not-permitted.region`) when the
/// filter names another region.
std::vector<WaitingGroup> waiting_groups(store::Transaction& transaction, const WaitingFilter& filter, const vault::Actor& actor);

/// Those who wait for the group, in the order in which they are asked as far as they alone decide it: by priority, day and place.
std::vector<WaitingPerson> waiting_people(store::Transaction& transaction, std::int64_t group, calendar::Date today);

/// By group and the order in which they were made.
std::vector<OpenOffer> open_offers(store::Transaction& transaction, const WaitingFilter& filter, const vault::Actor& actor);

/// Gives somebody who waits another priority: the higher, the sooner. Takes a ground (`--reason`). Throws Problem: not_found,
/// refused `not-waiting`, usage `reason-missing`, not_permitted.
struct PriorityChange {
    groups::GroupCode group;
    people::PersonCode person;
    int priority;
};
void change_priority(store::Database& database, const vault::Journal& journal, const PriorityChange& change);

} // namespace peergroup::admission
