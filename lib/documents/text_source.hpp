#pragma once

#include "documents/file_descriptor.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace peergroup::documents {

/// Bytes that can be read more than once and from any offset: a file, which stays on disk, or text in memory.
class TextSource {
public:
    /// A regular file. Throws Problem `file-missing`, `file-unreadable` or `file-not-regular`, naming the path and the cause.
    static TextSource file(const std::string& path);
    /// `bytes`, called `name` in messages.
    static TextSource memory(std::string name, std::string bytes);
    /// What `descriptor` still gives, read to its end into memory. Throws Problem `file-unreadable`.
    static TextSource descriptor(std::string name, int descriptor);
    /// The file at `path`, or standard input for `-`.
    static TextSource open(const std::string& path);

    /// How messages call it: the path as the user gave it, or `standard input`.
    const std::string& name() const { return name_; }
    /// In bytes, as it was when it was opened.
    std::uint64_t size() const { return size_; }
    /// Fills `buffer` from `offset` on and gives how many bytes it got; fewer than asked only at the end. Throws Problem
    /// `file-unreadable`.
    std::size_t read(std::uint64_t offset, std::span<char> buffer) const;

private:
    TextSource(std::string name, FileDescriptor file, std::uint64_t size);
    TextSource(std::string name, std::string bytes);

    std::string name_;
    FileDescriptor file_;
    std::string bytes_;
    std::uint64_t size_ = 0;
};

} // namespace peergroup::documents
