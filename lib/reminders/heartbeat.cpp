#include "reminders/heartbeat.hpp"

#include "documents/file_descriptor.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace peergroup::reminders {

// Not synced: a heartbeat that a power failure takes is noted again a quarter of an hour later. Written over the last one, for
// which the disk need not have room.
void note_heartbeat(const std::filesystem::path& file, calendar::Instant now) {
    constexpr mode_t owner_file = S_IRUSR | S_IWUSR;
    const std::string line = now.text() + "\n";
    const documents::FileDescriptor open(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, owner_file));
    if (!open.is_open() || ::fchmod(open.number(), owner_file) != 0 ||
        ::write(open.number(), line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
        ::ftruncate(open.number(), static_cast<off_t>(line.size())) != 0)
        throw Problem(ProblemKind::failed, "spool-failed",
                      fmt::format("cannot be written: {}", std::generic_category().message(errno)), file.string());
}

std::optional<calendar::Instant> last_heartbeat(const std::filesystem::path& file) {
    std::string line;
    std::getline(std::ifstream(file), line);
    return calendar::Instant::parse(line);
}

} // namespace peergroup::reminders
