#include "documents/spool.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <stdlib.h>
#include <system_error>
#include <unistd.h>

namespace peergroup::documents {

namespace {

[[noreturn]] void fail(const std::string& folder, int error) {
    throw Problem(ProblemKind::failed, "spool-failed",
                  fmt::format("no temporary file could be used here: {}", std::generic_category().message(error)), folder,
                  "make room or choose another folder");
}

/// Where the file system knows no nameless files: a named one, whose name goes at once.
FileDescriptor open_unlinked(const std::string& folder) {
    std::string path = folder + "/.peergroup-spool-XXXXXX";
    FileDescriptor file(::mkostemp(path.data(), O_CLOEXEC));
    if (!file.is_open() || ::unlink(path.c_str()) != 0) fail(folder, errno);
    return file;
}

} // namespace

Spool::Spool(const std::string& folder)
    : folder_(folder), file_(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (file_.is_open()) return;
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) fail(folder, errno);
    file_ = open_unlinked(folder);
}

void Spool::append(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(file_.number(), bytes.data(), bytes.size(), static_cast<off_t>(size_));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(folder_, errno);
        size_ += static_cast<std::uint64_t>(written);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void Spool::read(std::uint64_t offset, std::span<std::byte> bytes) const {
    while (!bytes.empty()) {
        const ssize_t got = ::pread(file_.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) fail(folder_, got < 0 ? errno : EIO);
        offset += static_cast<std::uint64_t>(got);
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
}

} // namespace peergroup::documents
