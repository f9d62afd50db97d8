#include "documents/whole_file.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace peergroup::documents {

namespace {

constexpr std::size_t buffer_size = std::size_t{64} << 10U;
constexpr mode_t owner_only = S_IRUSR | S_IWUSR;

Problem refusal(const std::string& path, std::string_view what) {
    return {ProblemKind::failed, "output-refused", fmt::format("is {}, and only a regular file is replaced", what), path,
            "choose another path"};
}

std::string_view kind_of(mode_t mode) {
    if (S_ISLNK(mode)) return "a symbolic link";
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a FIFO";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

/// Refuses to put a file where something stands that is none. `folder` is open, so that nobody can swap it meanwhile.
void refuse_other_than_file(int folder, const std::string& name, const std::string& path) {
    struct stat status {};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return;
    if (!S_ISREG(status.st_mode)) throw refusal(path, kind_of(status.st_mode));
}

} // namespace

WholeFile::WholeFile(const std::string& path) : path_(path) {
    const std::size_t slash = path.rfind('/');
    file_name_ = path.substr(slash + 1);
    if (file_name_.empty() || file_name_ == "." || file_name_ == "..") throw refusal(path, "the name of a folder");
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    folder_ = FileDescriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder_.is_open()) fail(errno);
    refuse_other_than_file(folder_.number(), file_name_, path_);
    create_temporary();
    buffer_.reserve(buffer_size);
}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : path_(std::move(other.path_)), file_name_(std::move(other.file_name_)),
      temporary_name_(std::exchange(other.temporary_name_, std::string())), folder_(std::move(other.folder_)),
      file_(std::move(other.file_)), buffer_(std::move(other.buffer_)) {}

WholeFile::~WholeFile() {
    discard();
}

void WholeFile::create_temporary() {
    static std::atomic<unsigned> counter = 0;
    constexpr int attempts = 100; // leftovers of a killed process with the same number
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const std::string name = fmt::format(".peergroup-{}-{}.tmp", ::getpid(), ++counter);
        file_ = FileDescriptor(
            ::openat(folder_.number(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, owner_only));
        if (!file_.is_open() && errno == EEXIST) continue;
        if (!file_.is_open()) fail(errno);
        temporary_name_ = name;
        // The umask may have taken more than it should.
        if (::fchmod(file_.number(), owner_only) != 0) fail(errno);
        return;
    }
    fail(EEXIST);
}

void WholeFile::let_group_read() {
    if (::fchmod(file_.number(), owner_only | S_IRGRP) != 0) fail(errno);
}

void WholeFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t taken = std::min(bytes.size(), buffer_size - buffer_.size());
        buffer_ += bytes.substr(0, taken);
        bytes.remove_prefix(taken);
        if (buffer_.size() == buffer_size) flush();
    }
}

void WholeFile::flush() {
    std::string_view left = buffer_;
    while (!left.empty()) {
        const ssize_t written = ::write(file_.number(), left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno);
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void WholeFile::commit() {
    flush();
    if (::fsync(file_.number()) != 0) fail(errno);
    if (const int error = file_.close()) fail(error);
    refuse_other_than_file(folder_.number(), file_name_, path_);
    if (::renameat(folder_.number(), temporary_name_.c_str(), folder_.number(), file_name_.c_str()) != 0) fail(errno);
    temporary_name_.clear();
    // Some file systems cannot sync a folder and say EINVAL.
    if (::fsync(folder_.number()) != 0 && errno != EINVAL) fail(errno);
}

void WholeFile::fail(int error) {
    discard();
    throw Problem(ProblemKind::failed, "output-failed",
                  fmt::format("cannot be written: {}", std::generic_category().message(error)), path_);
}

void WholeFile::discard() noexcept {
    if (temporary_name_.empty()) return;
    ::unlinkat(folder_.number(), temporary_name_.c_str(), 0);
    temporary_name_.clear();
}

void write_whole_file(const std::string& path, std::string_view bytes) {
    WholeFile file(path);
    file.write(bytes);
    file.commit();
}

} // namespace peergroup::documents
