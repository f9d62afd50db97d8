#pragma once

#include "admission/offers.hpp"
#include "catalogue/catalogue.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// Which batch is to be taken back.
struct BatchUndo {
    std::int64_t batch;
    calendar::Date today;
    bool rehearsed = false; ///< nothing is kept
};

/// Something that was built on the batch, so that it cannot be taken back.
struct Obstacle {
    /// `later-step`, `later-offer`, `later-membership`, `marked`, `group-ended`, `seat-taken`, `still-a-member`
    std::string why;
    people::PersonCode person;
    std::string group = {};
    std::int64_t batch = 0; ///< that stands in the way, where one is known
};

/// What was taken back; nothing when there are obstacles.
struct UndoneBatch {
    std::vector<Obstacle> obstacles = {};
    std::int64_t steps = 0;
    std::int64_t offers = 0;
    std::vector<people::PersonCode> erased = {}; ///< whom the batch had created
    admission::Settled settled = {};             ///< what seats that came free gave to those who wait
};

/// The verbs whose batches can be taken back: those that bring people in and out.
const std::vector<std::string>& undoable_verbs();

/// Takes back exactly what the batch did, by compensating steps in a batch of its own: memberships and offers stand as they stood
/// before, and people whom it created are erased. What it told of people who were there already stays. Throws Problem: not_found
/// `batch-not-found`; refused `batch-undone`, `batch-not-undoable`; not_permitted.
UndoneBatch undo_batch(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                       const BatchUndo& undo);

} // namespace peergroup::stewardship
