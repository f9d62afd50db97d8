#include "reminders/program_pipe.hpp"

#include "documents/file_descriptor.hpp"
#include "reminders/broken_pipe.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace peergroup::reminders {

namespace {

using documents::FileDescriptor;
using Clock = std::chrono::steady_clock;

/// What posix_spawn is told: a process group of its own, so that all of it can be killed, and signals as a shell would give them.
class SpawnSettings {
public:
    explicit SpawnSettings(int input) {
        ::posix_spawn_file_actions_init(&files_);
        ::posix_spawn_file_actions_adddup2(&files_, input, STDIN_FILENO);
        ::posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        sigset_t signals{};
        ::sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes_, &signals);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
    ~SpawnSettings() {
        ::posix_spawn_file_actions_destroy(&files_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    const posix_spawn_file_actions_t* files() const { return &files_; }
    const posix_spawnattr_t* attributes() const { return &attributes_; }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

std::vector<char*> pointers_of(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> plain_environment() {
    std::vector<std::string> variables{"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"};
    const passwd* const account = ::getpwuid(::geteuid());
    if (account == nullptr) return variables;
    variables.push_back(std::string("HOME=") + account->pw_dir);
    variables.push_back(std::string("LOGNAME=") + account->pw_name);
    return variables;
}

/// The number of the process, or 0.
pid_t start(std::vector<std::string> words, int input) {
    std::vector<std::string> environment = plain_environment();
    const std::vector<char*> arguments = pointers_of(words);
    const std::vector<char*> variables = pointers_of(environment);
    const SpawnSettings settings(input);
    pid_t process = 0;
    const int error =
        ::posix_spawn(&process, arguments.front(), settings.files(), settings.attributes(), arguments.data(), variables.data());
    return error == 0 ? process : 0;
}

int milliseconds_until(Clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    return left > 0 ? static_cast<int>(left) : 0;
}

/// Whether all of the text went into the pipe before `end`. A program that closes its input takes no more, and says in its exit
/// status what it made of it.
bool feed(int pipe, std::string_view text, Clock::time_point end) {
    while (!text.empty()) {
        pollfd ready{pipe, POLLOUT, 0};
        const int polled = ::poll(&ready, 1, milliseconds_until(end));
        if (polled == 0 || (polled < 0 && errno != EINTR)) return false;
        const ssize_t written = ::write(pipe, text.data(), text.size());
        if (written < 0 && errno != EINTR && errno != EAGAIN) return false;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// The status of a process that ended before `end`. There is no call that waits for a child and for a while at once on every
/// kernel, so it is asked ever more slowly.
std::optional<int> status_until(pid_t process, Clock::time_point end) {
    constexpr int longest_pause = 50;
    for (int pause = 1;; pause = std::min(pause * 2, longest_pause)) {
        int status = 0;
        const pid_t ended = ::waitpid(process, &status, WNOHANG);
        if (ended == process) return status;
        if (ended < 0 && errno != EINTR) return std::nullopt;
        const int left = milliseconds_until(end);
        if (left == 0) return std::nullopt;
        ::poll(nullptr, 0, std::min(pause, left));
    }
}

void kill_all_of(pid_t process) {
    ::kill(-process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
}

} // namespace

ProgramEnd run_program(const std::vector<std::string>& words, std::string_view text, std::chrono::milliseconds patience) {
    const auto end = Clock::now() + patience;
    ProgramEnd result;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return result;
    FileDescriptor input(ends[0]);
    FileDescriptor output(ends[1]);
    const pid_t process = start(words, input.number());
    input.close();
    if (process == 0) return result;
    result.started = true;
    const NoBrokenPipe guard;
    ::fcntl(output.number(), F_SETFL, O_NONBLOCK);
    result.text_taken = feed(output.number(), text, end);
    output.close();
    if (const std::optional<int> status = status_until(process, end)) {
        if (WIFEXITED(*status)) result.exit_status = WEXITSTATUS(*status);
        return result;
    }
    result.timed_out = true;
    kill_all_of(process);
    return result;
}

} // namespace peergroup::reminders
