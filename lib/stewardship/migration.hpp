#pragma once

#include "stewardship/backup.hpp"

#include <cstdint>
#include <optional>

namespace peergroup::stewardship {

/// What bringing a store up to date did.
struct Migration {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::optional<Backup> backup; ///< nothing when the schema was the newest already
};

/// Copies the store first and then brings its schema up to date, step by step; journalled. Killed anywhere, it leaves one of the
/// versions whole, and is run again. Throws what `back_up` throws, and StoreError newer.
Migration migrate(const store::StoreUrl& url, const vault::Journal& journal, const BackupPlan& plan, store::Patience patience);

} // namespace peergroup::stewardship
