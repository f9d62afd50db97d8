#pragma once

#include "store/integrity.hpp"
#include "vault/key_ring.hpp"

#include <vector>

namespace peergroup::stewardship {

/// Everything in the store at `url` that contradicts itself: its files, then what each room of the daily work has to keep. Empty
/// for a sound store. The journal is gone through with `ring`; without one that is a finding of its own, `journal-not-checked`.
/// Nothing is written. Throws StoreError: unreachable, foreign, older, newer, busy.
std::vector<store::Contradiction> check_store(const store::StoreUrl& url, store::Patience patience,
                                              const vault::KeyRing* ring = nullptr);

} // namespace peergroup::stewardship
