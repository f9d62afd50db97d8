#pragma once

#include <string>
#include <string_view>

namespace peergroup::store {

/// The two files of a store, or of a copy of it.
struct StorePair {
    std::string store;
    std::string keys; ///< of the people; kept apart from copies of the store
};

/// The files of the store at `store_path`.
StorePair pair_at(const std::string& store_path);

/// Throws StoreError: unreachable when there is nothing, foreign when what is there is no regular file.
void require_file(const std::string& path);

/// Throws StoreError for a failed system call: full or unreachable, with `what` was tried.
[[noreturn]] void refuse_file(const std::string& path, std::string_view what, int cause);

/// Copies bytes into a new file, 0600 and synced. Throws StoreError, also when `to` is there.
void copy_file(const std::string& from, const std::string& to);

/// Makes an empty file, 0600 whatever the umask; throws StoreError, also when it is there.
void make_empty_file(const std::string& path);

/// Makes a folder for its owner alone, with those above it; one that is there is left as it is.
void make_private_folder(const std::string& folder);

/// Makes durable what was written to a file, or which names a folder holds.
void sync_path(const std::string& path);

/// Makes durable that the folder of `path` holds it under its name, or no longer.
void sync_name(const std::string& path);

/// Gives a file its final name in the same folder, and never replaces what has it already: StoreError `unreachable` then.
void name_finally(const std::string& from, const std::string& to);

/// Whether a transaction was cut off, or is under way: the engine's journal stands beside the file.
bool has_journal(const std::string& path);

/// Whether another process holds the file at this moment, in or outside the queue.
bool is_held(const std::string& path);

/// The folder that holds `path`.
std::string folder_of(const std::string& path);

} // namespace peergroup::store
