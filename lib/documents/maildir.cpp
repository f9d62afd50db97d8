#include "documents/maildir.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace peergroup::documents {

namespace {

constexpr mode_t owner_folder = S_IRWXU;
constexpr mode_t owner_file = S_IRUSR | S_IWUSR;
constexpr mode_t others = S_IRWXG | S_IRWXO;

[[noreturn]] void fail(const std::string& path, int error) {
    throw Problem(ProblemKind::failed, "output-failed",
                  fmt::format("cannot be written: {}", std::generic_category().message(error)), path);
}

[[noreturn]] void refuse(const std::string& path, const char* what) {
    throw Problem(ProblemKind::failed, "output-refused", what, path, "move it away");
}

/// The folder `name` inside the open folder `parent`, made where it is missing; `path` names it in problems.
FileDescriptor open_folder(const FileDescriptor& parent, const std::string& name, const std::string& path) {
    const bool made = ::mkdirat(parent.number(), name.c_str(), owner_folder) == 0;
    if (!made && errno != EEXIST) fail(path, errno);
    // The umask may have taken even the owner's rights, without which it cannot be opened.
    if (made && ::fchmodat(parent.number(), name.c_str(), owner_folder, 0) != 0) fail(path, errno);
    FileDescriptor folder(::openat(parent.number(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder.is_open() && (errno == ELOOP || errno == ENOTDIR)) refuse(path, "is no folder, and mail is kept in folders only");
    if (!folder.is_open()) fail(path, errno);
    struct stat status {};
    if (::fstat(folder.number(), &status) != 0) fail(path, errno);
    if (status.st_uid != ::geteuid()) refuse(path, "belongs to somebody else");
    if ((status.st_mode & (others | owner_folder)) != owner_folder && ::fchmod(folder.number(), owner_folder) != 0)
        fail(path, errno);
    return folder;
}

/// What stands at `name`, 0 for nothing.
mode_t kind_at(const FileDescriptor& folder, const std::string& name) {
    struct stat status {};
    return ::fstatat(folder.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 ? status.st_mode & S_IFMT : 0;
}

void require_file_or_nothing(const FileDescriptor& folder, const std::string& name, const std::string& path) {
    const mode_t kind = kind_at(folder, name);
    if (kind != 0 && kind != S_IFREG) refuse(path, "is no regular file, and nothing else is replaced");
}

void write_all(const FileDescriptor& file, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_synced(const FileDescriptor& folder, const std::string& name, std::string_view bytes, const std::string& path) {
    FileDescriptor file(
        ::openat(folder.number(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, owner_file));
    if (!file.is_open()) fail(path, errno);
    if (::fchmod(file.number(), owner_file) != 0) fail(path, errno); // the umask may have taken more than it should
    write_all(file, bytes, path);
    if (::fsync(file.number()) != 0) fail(path, errno);
    if (const int error = file.close()) fail(path, error);
}

std::int64_t delete_files(const std::filesystem::path& path, const std::function<bool(std::string_view)>& is_unwanted) {
    const FileDescriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder.is_open() && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)) return 0;
    if (!folder.is_open()) fail(path.string(), errno);
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(path, error); !error && entry != std::filesystem::directory_iterator();
         entry.increment(error))
        if (std::string name = entry->path().filename().string(); is_unwanted(name)) names.push_back(std::move(name));
    if (error) fail(path.string(), error.value());
    for (const std::string& name : names)
        if (::unlinkat(folder.number(), name.c_str(), 0) != 0 && errno != ENOENT) fail(path.string() + "/" + name, errno);
    if (!names.empty() && ::fsync(folder.number()) != 0 && errno != EINVAL) fail(path.string(), errno);
    return static_cast<std::int64_t>(names.size());
}

} // namespace

std::int64_t delete_from_maildir(const std::filesystem::path& folder, const std::function<bool(std::string_view)>& is_unwanted) {
    std::int64_t deleted = 0;
    for (const char* const part : {"tmp", "new", "cur"})
        deleted += delete_files(folder / part, is_unwanted);
    return deleted;
}

Maildir::Maildir(const std::filesystem::path& root, const std::filesystem::path& name) {
    FileDescriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.is_open()) fail(root.string(), errno);
    std::filesystem::path path = root;
    for (const std::filesystem::path& part : name) {
        path /= part;
        folder = open_folder(folder, part.string(), path.string());
    }
    path_ = path.string();
    tmp_ = open_folder(folder, "tmp", path_ + "/tmp");
    new_ = open_folder(folder, "new", path_ + "/new");
    open_folder(folder, "cur", path_ + "/cur");
}

void Maildir::add(const std::string& name, std::string_view bytes) const {
    const std::string temporary = path_ + "/tmp/" + name;
    const std::string path = path_ + "/new/" + name;
    require_file_or_nothing(new_, name, path);
    require_file_or_nothing(tmp_, name, temporary);
    ::unlinkat(tmp_.number(), name.c_str(), 0); // what a killed process left
    try {
        write_synced(tmp_, name, bytes, temporary);
    } catch (const Problem&) {
        ::unlinkat(tmp_.number(), name.c_str(), 0);
        throw;
    }
    if (::renameat(tmp_.number(), name.c_str(), new_.number(), name.c_str()) != 0) fail(path, errno);
    // Some file systems cannot sync a folder and say EINVAL.
    if (::fsync(new_.number()) != 0 && errno != EINVAL) fail(path, errno);
}

} // namespace peergroup::documents
