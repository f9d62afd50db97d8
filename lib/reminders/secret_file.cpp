#include "reminders/secret_file.hpp"

#include "documents/file_descriptor.hpp"
#include "language/problem.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace peergroup::reminders {

namespace {

constexpr std::size_t longest = 4096;

Problem unreadable(const std::string& path, const char* sentence) {
    return {ProblemKind::configuration, "secret-unreadable", sentence, path, "write the secret into it as its first line"};
}

/// Fills `buffer` from a file and gives how much there was.
std::size_t read_up_to(int file, vault::SecretBytes& buffer, const std::string& path) {
    std::size_t held = 0;
    while (held < buffer.size()) {
        const ssize_t count = ::read(file, buffer.data() + held, buffer.size() - held);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw unreadable(path, "cannot be read");
        if (count == 0) break;
        held += static_cast<std::size_t>(count);
    }
    return held;
}

} // namespace

vault::SecretBytes read_secret(const std::string& path) {
    // A FIFO in its place must not make a job wait for ever.
    const documents::FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.is_open()) throw unreadable(path, "cannot be opened");
    struct stat status {};
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) throw unreadable(path, "is no regular file");
    const bool own = status.st_uid == ::geteuid() || status.st_uid == 0;
    if (!own || (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw Problem(ProblemKind::configuration, "secret-exposed", "others than its owner can read or write it", path,
                      "chmod 600, and change the secret if somebody may have read it");
    vault::SecretBytes buffer(longest);
    const std::string_view text = buffer.view().substr(0, read_up_to(file.number(), buffer, path));
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const bool plain =
        std::ranges::none_of(line, [](char byte) { return static_cast<unsigned char>(byte) < ' ' || byte == '\x7f'; });
    if (line.empty() || line.size() == longest || !plain) throw unreadable(path, "holds no secret in its first line");
    vault::SecretBytes secret(line.size() + 1);
    std::ranges::copy(line, reinterpret_cast<char*>(secret.data()));
    secret.data()[line.size()] = 0;
    return secret;
}

} // namespace peergroup::reminders
