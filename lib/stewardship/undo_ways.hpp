#pragma once

#include "stewardship/undo_batch.hpp"

#include <cstdint>
#include <vector>

namespace peergroup::stewardship {

/// A batch, and the one that takes it back.
struct UndonePair {
    std::int64_t batch;
    std::int64_t by;
};

/// Takes back what the batch recorded of ways in: referrals, interviews, decisions, withdrawals. What stands in the way is added
/// to `obstacles`: a `later-step`, or a `later-membership` that came of the way. Gives how many steps were taken back.
std::int64_t take_ways_back(store::Transaction& transaction, const UndonePair& undone, std::vector<Obstacle>& obstacles);

} // namespace peergroup::stewardship
