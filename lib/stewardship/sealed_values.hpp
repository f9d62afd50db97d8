#pragma once

#include "store/database.hpp"
#include "store/integrity.hpp"
#include "vault/key_ring.hpp"

#include <vector>

namespace peergroup::stewardship {

/// `sealed-value-damaged` for what does not open with its keys: it was changed, moved or is damaged; a hundred at most. What lies
/// under a region's key that the ring does not hold is passed over.
std::vector<store::Contradiction> sealed_contradictions(store::Transaction& transaction, const vault::KeyRing& ring);

} // namespace peergroup::stewardship
