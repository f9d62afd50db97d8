#pragma once

#include "store/database.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace peergroup::store {

/// The engine and its version: `SQLite 3.40.1`.
std::string engine_version();

/// The schema of the store at `url`, whichever it is. Throws StoreError: unreachable, foreign, corrupt, busy.
std::int64_t schema_version(const StoreUrl& url, Patience patience);

/// Brings a store to version `steps.size()`, each step with its stamp in one transaction, so that whoever is killed leaves the
/// version before or after it. Gives how many steps were made. Throws StoreError, newer among them.
std::int64_t migrate_store(const StoreUrl& url, std::span<const std::string_view> steps, Patience patience);

} // namespace peergroup::store
