#pragma once

#include "store/database.hpp"
#include "store/store_files.hpp"

#include <string>

namespace peergroup::store {

/// The files of a copy that is about to replace the store at `store_path`: in a folder beside it.
StorePair staged_pair(const std::string& store_path);

/// Lays a copy beside the store; what a cut-off attempt left there is removed first. Throws StoreError.
void stage_copy(const std::string& store_path, const StorePair& copy);

/// Removes what was staged and not decided.
void unstage(const std::string& store_path);

/// Puts the staged pair in the store's place and keeps the old one beside it as `<file>.<suffix>`. From one moment on the step is
/// decided, and whoever opens the store next completes it; before that moment the old pair stands untouched. Throws StoreError:
/// busy when somebody holds the store, or the journal of a transaction stands beside it.
void put_in_place(const std::string& store_path, const std::string& suffix, Patience patience);

/// Completes a decided step that was cut off; true when there was one. Costs one look at the folder when there was none.
bool complete_restore(const std::string& store_path, Patience patience);

} // namespace peergroup::store
