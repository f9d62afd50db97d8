#pragma once

#include "admission/membership.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace peergroup::admission {

/// Somebody who waits for a group, with what decides about the order.
struct Waiting {
    Membership membership;
    bool own_region = true;   ///< of the group's region, or the type does not ask
    std::uint64_t family = 0; ///< the same number for all who come together; 0: comes alone
    bool needs_adult = false; ///< a child of a pair whose adult is not a member: it comes with one of its party, or not
    bool is_adult = false;    ///< of a pair's parents' side
    bool let_go = false;      ///< has let an offer go, and is not asked again by itself
};

/// Some who come together or not at all.
using Party = std::vector<Waiting>;

/// In the order in which they are asked: the higher priority first, then people of the own region, then the earlier decision,
/// then the earlier place on the list. A party stands where its first member stands.
std::vector<Party> parties_in_order(std::vector<Waiting> waiting);

/// Free seats by group; a group that is not named has no limit.
using FreeSeats = std::map<std::int64_t, std::int64_t>;

/// What is to be said of each party, in the same order: `next` of one that can be asked now, `let-go`, `adult-missing`,
/// `no-free-seat`, `party-too-large` where there are seats but not enough for all of it, `others-first` where those before it
/// take the seats.
std::vector<std::string> verdicts_on(const std::vector<Party>& parties, FreeSeats free);

/// The parties that can be asked now: each that fits into what is left by those before it. One that is too large does not block
/// those behind it; a child without an adult in the group or in the party is not asked, nor a party of which somebody has let go.
std::vector<Party> parties_that_fit(const std::vector<Party>& parties, FreeSeats free);

} // namespace peergroup::admission
