#include "documents/text_source.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace peergroup::documents {

namespace {

Problem unreadable(const std::string& name, int error) {
    return {ProblemKind::file, "file-unreadable", fmt::format("cannot be read: {}", std::generic_category().message(error)),
            name};
}

} // namespace

TextSource::TextSource(std::string name, FileDescriptor file, std::uint64_t size)
    : name_(std::move(name)), file_(std::move(file)), size_(size) {}

TextSource::TextSource(std::string name, std::string bytes)
    : name_(std::move(name)), bytes_(std::move(bytes)), size_(bytes_.size()) {}

TextSource TextSource::file(const std::string& path) {
    // Without O_NONBLOCK a FIFO would hold the program here before it can be refused.
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.is_open() && (errno == ENOENT || errno == ENOTDIR))
        throw Problem(ProblemKind::file, "file-missing", "there is no such file", path, "check the path");
    if (!file.is_open()) throw unreadable(path, errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) throw unreadable(path, errno);
    if (!S_ISREG(status.st_mode))
        throw Problem(ProblemKind::file, "file-not-regular", "is no regular file", path, "give a file, or - for standard input");
    return {path, std::move(file), static_cast<std::uint64_t>(status.st_size)};
}

TextSource TextSource::memory(std::string name, std::string bytes) {
    return {std::move(name), std::move(bytes)};
}

TextSource TextSource::descriptor(std::string name, int descriptor) {
    constexpr std::size_t piece = std::size_t{64} << 10U;
    std::string bytes;
    std::size_t filled = 0;
    while (true) {
        if (bytes.size() - filled < piece) bytes.resize(std::max(bytes.size() * 2, filled + piece));
        const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw unreadable(name, errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return {std::move(name), std::move(bytes)};
}

TextSource TextSource::open(const std::string& path) {
    return path == "-" ? descriptor("standard input", STDIN_FILENO) : file(path);
}

std::size_t TextSource::read(std::uint64_t offset, std::span<char> buffer) const {
    if (!file_.is_open()) {
        if (offset >= bytes_.size()) return 0;
        return bytes_.copy(buffer.data(), buffer.size(), offset);
    }
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const auto at = static_cast<off_t>(offset + filled);
        const ssize_t got = ::pread(file_.number(), buffer.data() + filled, buffer.size() - filled, at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw unreadable(name_, errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

} // namespace peergroup::documents
