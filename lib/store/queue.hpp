#pragma once

#include <chrono>
#include <string>

namespace peergroup::store {

/// A held file lock; released by the destructor, and by the system when the process dies.
class FileLock {
public:
    enum class Side { shared, exclusive };

    /// Waits at most until `deadline` has passed; throws StoreError busy, or unreachable when the file cannot be made.
    FileLock(const std::string& path, Side side, std::chrono::milliseconds deadline);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

    void release();

private:
    int descriptor_ = -1;
};

/// A turn at the store: everyone passes the gate one by one, and waits inside it for the store itself, so that a stream of
/// readers cannot keep a writer out, nor a stream of writers a reader.
FileLock take_turn(const std::string& store_path, FileLock::Side side, std::chrono::milliseconds deadline);

} // namespace peergroup::store
