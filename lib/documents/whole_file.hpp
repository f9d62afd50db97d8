#pragma once

#include "documents/file_descriptor.hpp"

#include <string>
#include <string_view>

namespace peergroup::documents {

/// A file that appears whole or not at all: written beside its path, mode 0600 whatever the umask, synced, then renamed over it.
/// Throws Problem `output-refused` where the path is a symbolic link, a folder, a FIFO or a device, and `output-failed` with
/// path and cause for whatever the system refuses; the temporary file is then gone.
class WholeFile {
public:
    /// Starts a new file for `path`; what is there now stays until commit().
    explicit WholeFile(const std::string& path);
    WholeFile(WholeFile&& other) noexcept;
    WholeFile& operator=(WholeFile&&) = delete;
    /// Discards what was written unless commit() was reached.
    ~WholeFile();

    /// Lets the group of the file read it too: mode 0640.
    void let_group_read();
    /// Appends `bytes`; they are buffered.
    void write(std::string_view bytes);
    /// Puts the file in place; the data is on disk when this returns. Nothing may be written after it.
    void commit();

    const std::string& path() const { return path_; }

private:
    void create_temporary();
    void flush();
    [[noreturn]] void fail(int error);
    void discard() noexcept;

    std::string path_;
    std::string file_name_;
    std::string temporary_name_;
    FileDescriptor folder_;
    FileDescriptor file_;
    std::string buffer_;
};

/// Writes `bytes` to `path` as a WholeFile.
void write_whole_file(const std::string& path, std::string_view bytes);

} // namespace peergroup::documents
