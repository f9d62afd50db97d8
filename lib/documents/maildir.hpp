#pragma once

#include "documents/file_descriptor.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// A Maildir: `new/` holds what came and was not looked at, `tmp/` what is being written, `cur/` is the reader's. Folders are
/// 0700 and files 0600 whatever the umask.
class Maildir {
public:
    /// Opens `root/name`, folder by folder below `root`, and makes what is missing. Throws Problem(failed, `output-refused`)
    /// where something else than a folder of this account stands in the way, a symbolic link too, and `output-failed` for what
    /// the system refuses.
    Maildir(const std::filesystem::path& root, const std::filesystem::path& name);

    /// Puts a file into `new/`, whole, on the disk when this returns. A file of that name that is there already is replaced: the
    /// same name is the same mail. Throws as the constructor does. `name`: no `/`, not `.` or `..`.
    void add(const std::string& name, std::string_view bytes) const;

private:
    std::string path_;
    FileDescriptor tmp_;
    FileDescriptor new_;
};

/// Deletes the files of the Maildir `folder` whose names `is_unwanted`, for good when this returns, and gives how many; nothing
/// where there is no such folder. Symbolic links are not followed. Throws Problem(failed, `output-failed`).
std::int64_t delete_from_maildir(const std::filesystem::path& folder, const std::function<bool(std::string_view)>& is_unwanted);

} // namespace peergroup::documents
