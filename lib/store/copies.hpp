#pragma once

#include "store/database.hpp"
#include "store/store_files.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace peergroup::store {

/// What a file of a store, or a copy of one, says and holds.
struct FileContent {
    std::string identity; ///< the random one that the two files of a store share
    std::int64_t version = 0;
    std::map<std::string, std::int64_t> rows = {}; ///< how many, by table
    bool operator==(const FileContent&) const = default;
};

/// Reads a file wholly, outside any queue. Throws StoreError: unreachable, foreign, newer, corrupt.
FileContent examine_file(const std::string& path);

/// Writes consistent copies of both files to paths of which nothing is there yet, 0600, and reads each wholly before it returns;
/// writers wait meanwhile. Pages that were freed, and what was deleted from them, do not go into a copy. Throws StoreError.
StorePair copy_store(const StoreUrl& url, const StorePair& to, Patience patience);

} // namespace peergroup::store
