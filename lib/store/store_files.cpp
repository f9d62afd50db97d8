#include "store/store_files.hpp"

#include "store/fault.hpp"
#include "store/sqlite_connection.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace peergroup::store {

namespace {

class Descriptor {
public:
    Descriptor(std::string path, int flags) : path_(std::move(path)), number_(::open(path_.c_str(), flags | O_CLOEXEC, 0600)) {
        if (number_ < 0) refuse_file(path_, "cannot be opened", errno);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

    void write(const char* bytes, std::size_t count) const {
        while (count > 0) {
            const ssize_t written = ::write(number_, bytes, count);
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) refuse_file(path_, "cannot be written", errno);
            bytes += written;
            count -= static_cast<std::size_t>(written);
        }
    }
    std::size_t read(char* bytes, std::size_t count) const {
        while (true) {
            const ssize_t got = ::read(number_, bytes, count);
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno != EINTR) refuse_file(path_, "cannot be read", errno);
        }
    }
    // Some file systems cannot sync a folder and say EINVAL.
    void sync() const {
        if (::fsync(number_) != 0 && errno != EINVAL) refuse_file(path_, "cannot be written", errno);
    }

private:
    std::string path_;
    int number_;
};

} // namespace

StorePair pair_at(const std::string& store_path) {
    return {store_path, keys_path(store_path)};
}

void refuse_file(const std::string& path, std::string_view what, int cause) {
    throw StoreError(cause == ENOSPC || cause == EDQUOT ? StoreFault::full : StoreFault::unreachable,
                     path + ": " + std::string(what) + ": " + std::strerror(cause));
}

void require_file(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) refuse_file(path, "cannot be opened", errno);
    if (!S_ISREG(status.st_mode)) throw StoreError(StoreFault::foreign, path + ": is no file");
}

void copy_file(const std::string& from, const std::string& to) {
    const Descriptor source(from, O_RDONLY | O_NOFOLLOW);
    const Descriptor target(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    std::array<char, 1U << 16U> bytes{};
    while (const std::size_t count = source.read(bytes.data(), bytes.size()))
        target.write(bytes.data(), count);
    target.sync();
}

void make_empty_file(const std::string& path) {
    Descriptor(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW).sync();
}

void make_private_folder(const std::string& folder) {
    std::error_code failure;
    if (std::filesystem::is_directory(folder, failure)) return;
    if (const std::string above = folder_of(folder); above != folder) make_private_folder(above);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) refuse_file(folder, "cannot be made", errno);
    sync_name(folder);
}

void sync_path(const std::string& path) {
    Descriptor(path, O_RDONLY).sync();
}

void sync_name(const std::string& path) {
    try {
        sync_path(folder_of(path));
    } catch (const StoreError& error) {
        throw StoreError(error.fault, path + ": cannot be kept in its folder: " + error.message);
    }
}

void name_finally(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return sync_name(to);
    if (errno != EINVAL) refuse_file(to, "cannot be given its name", errno);
    // The file system knows no such renaming; the folder is locked against others of this program.
    struct stat status {};
    if (::lstat(to.c_str(), &status) == 0) refuse_file(to, "cannot be given its name", EEXIST);
    if (::rename(from.c_str(), to.c_str()) != 0) refuse_file(to, "cannot be given its name", errno);
    sync_name(to);
}

bool has_journal(const std::string& path) {
    struct stat status {};
    return ::lstat((path + "-journal").c_str(), &status) == 0;
}

// The engine locks bytes of the file itself, 512 of them from the first gigabyte on (sqlite.org/fileformat.html, lock-byte page).
bool is_held(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return false;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000;
    lock.l_len = 512;
    const bool asked = ::fcntl(descriptor, F_GETLK, &lock) == 0;
    ::close(descriptor);
    return asked && lock.l_type != F_UNLCK;
}

std::string folder_of(const std::string& path) {
    const auto parent = std::filesystem::path(path).parent_path().string();
    return parent.empty() ? "." : parent;
}

} // namespace peergroup::store
