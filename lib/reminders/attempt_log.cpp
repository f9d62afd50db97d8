#include "reminders/attempt_log.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace peergroup::reminders {

namespace {

constexpr mode_t owner_file = S_IRUSR | S_IWUSR;

std::optional<Delivered> delivered_of(const std::string& word) {
    using enum Delivered;
    for (const Delivered how : {held, sent, later, refused, unknown})
        if (code_of(how) == word) return how;
    return std::nullopt;
}

} // namespace

AttemptLog::AttemptLog(std::filesystem::path file, std::string boot) : file_(std::move(file)), boot_(std::move(boot)) {}

// A line that was cut off says nothing.
std::optional<Attempts> AttemptLog::read() const {
    std::error_code hidden;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file_, hidden))) return std::nullopt;
    std::ifstream stream(file_);
    std::string line;
    if (!std::getline(stream, line) || line != "boot " + boot_) return std::nullopt;
    Attempts attempts;
    while (std::getline(stream, line) && !stream.eof()) {
        std::istringstream words(line);
        std::string kind;
        std::int64_t id = 0;
        std::string how;
        std::string code;
        words >> kind >> id >> how >> code;
        if (kind == "begun") attempts[id] = std::nullopt;
        if (const auto delivered = delivered_of(how); kind == "ended" && delivered) attempts[id] = Delivery{*delivered, code};
    }
    return attempts;
}

void AttemptLog::begin() {
    open_ = documents::FileDescriptor(
        ::open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_APPEND | O_CLOEXEC, owner_file));
    struct stat status {};
    if (!open_.is_open() || ::fstat(open_.number(), &status) != 0 || !S_ISREG(status.st_mode) ||
        ::fchmod(open_.number(), owner_file) != 0)
        throw Problem(ProblemKind::failed, "spool-failed",
                      fmt::format("cannot be written: {}", std::generic_category().message(errno)), file_.string());
    write("boot " + boot_ + "\n");
}

void AttemptLog::note_begun(std::int64_t id) {
    write(fmt::format("begun {}\n", id));
}

void AttemptLog::note_ended(std::int64_t id, const Delivery& delivery) {
    write(fmt::format("ended {} {} {}\n", id, code_of(delivery.how), delivery.code));
}

void AttemptLog::write(const std::string& line) {
    if (::write(open_.number(), line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        throw Problem(ProblemKind::failed, "spool-failed",
                      fmt::format("cannot be written: {}", std::generic_category().message(errno)), file_.string());
}

} // namespace peergroup::reminders
