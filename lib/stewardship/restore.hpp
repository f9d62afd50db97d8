#pragma once

#include "calendar/instant.hpp"
#include "store/database.hpp"
#include "store/store_files.hpp"
#include "vault/journal.hpp"

#include <cstdint>

namespace peergroup::stewardship {

/// What a restoration did.
struct Restoration {
    store::StorePair kept; ///< where the old files are now; empty for one that was not there
    std::int64_t version_of_copy = 0;
    std::int64_t erased = 0; ///< people and facilitators who were in the copy and had been erased since
};

/// Reads a copy wholly: that both files are sound, belong together and are of no newer program. Throws StoreError: unreachable,
/// foreign, newer, corrupt; and Problem(integrity): `copy-mismatched`, its files belong to different stores;
/// `copy-of-another-store`, as far as the store at `url` can still be asked.
void examine_copy(const store::StoreUrl& url, const store::StorePair& copy);

/// Puts a copy in the store's place, brought up to the newest schema, with an entry in its journal; whoever was erased since it
/// was made is erased in it, as far as the old store can be read; the old pair stays beside it. `examine_copy` comes first, and
/// once more on what was laid beside the store. Killed anywhere, it leaves the old pair or the new one, which the next command
/// finds. Throws what `examine_copy` throws; Problem(integrity, `store-journal`) when a transaction of the store was cut off;
/// StoreError busy.
Restoration restore(const store::StoreUrl& url, const vault::Journal& journal, const store::StorePair& copy,
                    calendar::Instant now, store::Patience patience);

} // namespace peergroup::stewardship
