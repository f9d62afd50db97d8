#pragma once

#include <utility>

namespace peergroup::documents {

/// Owns one open file descriptor and closes it when it goes.
class FileDescriptor {
public:
    FileDescriptor() = default;
    /// Takes over `number`; a negative number means none.
    explicit FileDescriptor(int number) : number_(number) {}
    FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    ~FileDescriptor();

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    /// Closes at once and gives 0, or the error number: what a file system reports only on closing must not be lost.
    int close();

private:
    int number_ = -1;
};

} // namespace peergroup::documents
