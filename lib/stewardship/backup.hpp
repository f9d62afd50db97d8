#pragma once

#include "calendar/instant.hpp"
#include "store/database.hpp"
#include "store/store_files.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// Where copies go, and how long those of the person keys stay.
struct BackupPlan {
    std::string folder;
    std::string keys_folder;
    std::optional<int> keep_keys_days; ///< older copies of the keys are deleted (none: they stay), so that whoever was erased is
                                       ///< erased there too
    calendar::Instant now;
};

/// What a backup did.
struct Backup {
    store::StorePair written;
    std::vector<std::string> deleted; ///< copies of keys that had become too old
};

/// Writes a consistent copy of both files while others work, 0600, read wholly before it gets its name, and journals that. Throws
/// Problem(failed, `file-exists`): a copy is never replaced; and StoreError.
Backup back_up(const store::StoreUrl& url, const vault::Journal& journal, const BackupPlan& plan, store::Patience patience);

/// The same for a store whose schema is not this program's, where nothing can be journalled.
Backup back_up_unrecorded(const store::StoreUrl& url, const BackupPlan& plan, store::Patience patience);

} // namespace peergroup::stewardship
