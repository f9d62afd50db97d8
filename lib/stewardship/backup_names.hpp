#pragma once

#include "calendar/instant.hpp"
#include "store/store_files.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// A copy in a folder, by its name: `store-20260914T060000Z.db`, `store-20260914T060000Z-keys.db`.
struct NamedCopy {
    std::string path;
    calendar::Instant made_at;
    bool of_keys = false;
};

/// `store-20260914T060000Z.db`, or with `-keys` before the ending.
std::string copy_name(calendar::Instant made_at, bool of_keys);

/// What a file's name says, or nothing when it is not the name of a copy.
std::optional<NamedCopy> read_copy_name(const std::string& path);

/// The copies in a folder, oldest first; none when the folder is not there.
std::vector<NamedCopy> copies_in(const std::string& folder, bool of_keys);

/// The files of person keys that restorations replaced and left beside the store at `store_path`, oldest first.
std::vector<NamedCopy> replaced_keys(const std::string& store_path);

/// The pair that `paths` mean: a folder means the newest copy in it, a file itself. Without a second path, the keys are looked
/// for beside the copy, then in `keys_folder`: those of the same moment, else the oldest later ones, which hold every key that
/// was not destroyed since. Throws Problem(not_found): `copy-missing`, `copy-without-keys`.
store::StorePair find_copy(const std::vector<std::string>& paths, const std::string& keys_folder);

} // namespace peergroup::stewardship
