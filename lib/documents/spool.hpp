#pragma once

#include "documents/file_descriptor.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace peergroup::documents {

/// A nameless file for what does not fit in memory: mode 0600, out of every folder from the start or right after its creation,
/// so that nothing of it outlives the program. Throws Problem `spool-failed` with folder and cause.
class Spool {
public:
    /// Creates the file in `folder`.
    explicit Spool(const std::string& folder);

    /// Writes `bytes` at the end.
    void append(std::span<const std::byte> bytes);
    /// Fills all of `bytes` from `offset` on.
    void read(std::uint64_t offset, std::span<std::byte> bytes) const;
    std::uint64_t size() const { return size_; }

private:
    std::string folder_;
    FileDescriptor file_;
    std::uint64_t size_ = 0;
};

} // namespace peergroup::documents
