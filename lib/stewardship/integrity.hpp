#pragma once

#include "store/integrity.hpp"

#include <vector>

namespace peergroup::stewardship {

/// Everything in the store at `url` that contradicts itself: its files, then what each room of the daily work has to keep. Empty
/// for a sound store. Nothing is written. Throws StoreError: unreachable, foreign, older, newer, busy.
std::vector<store::Contradiction> check_store(const store::StoreUrl& url, store::Patience patience);

} // namespace peergroup::stewardship
