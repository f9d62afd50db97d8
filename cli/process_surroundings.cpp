#include "cli/process_surroundings.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <poll.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace peergroup::cli {

namespace {

// Opened the wrong way round, so that reading or writing fails as it would on the closed stream.
void occupy_closed_streams() {
    constexpr std::array<int, 3> wrong_way = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int stream = 0; stream < 3; ++stream)
        if (::fcntl(stream, F_GETFD) < 0) ::open("/dev/null", wrong_way.at(static_cast<std::size_t>(stream)));
}

// Seen before anything is done: closed, a device that is full, or a pipe that nobody reads any more.
bool takes_output(int stream) {
    pollfd asked{.fd = stream, .events = POLLOUT, .revents = 0};
    return ::write(stream, "", 0) == 0 && (::poll(&asked, 1, 0) <= 0 || (asked.revents & (POLLERR | POLLNVAL)) == 0);
}

// A core file would hold the names of the people whom a command was about.
void keep_memory_out_of_files() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#if !defined(PEERGROUP_SANITIZED) // whose leak check reads the memory of its own process
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

std::optional<std::string> variable(const std::string& name) {
    const char* const value = std::getenv(name.c_str());
    return value != nullptr && *value != '\0' ? std::optional<std::string>(value) : std::nullopt;
}

std::string name_of(uid_t user) {
    const passwd* const entry = ::getpwuid(user);
    return entry != nullptr ? std::string(entry->pw_name) : "uid-" + std::to_string(user);
}

// Behind sudo the person is meant who called it, not the account that the program runs as. What is no number names nobody.
std::string caller_name() {
    const auto behind = variable("SUDO_UID");
    if (!behind) return name_of(::getuid());
    uid_t user = 0;
    const char* const end = behind->data() + behind->size();
    const auto [stopped, error] = std::from_chars(behind->data(), end, user);
    return error == std::errc{} && stopped == end ? name_of(user) : "uid-" + *behind;
}

std::string account_name() {
    return name_of(::geteuid());
}

std::filesystem::path program_path() {
    std::error_code unknown;
    return std::filesystem::read_symlink("/proc/self/exe", unknown);
}

// The build tree has its parts beside each other as an installed program does.
std::filesystem::path folder_above_program() {
    return program_path().parent_path().parent_path();
}

// Beside the installed program, else where the build found it.
std::filesystem::path shipped_catalogue() {
    std::error_code unknown;
    const auto installed = folder_above_program() / "share" / "peergroup" / "config";
    return std::filesystem::exists(installed / "organisation.toml", unknown) ? installed : PEERGROUP_SHIPPED_CATALOGUE;
}

calendar::Instant now() {
    using std::chrono::duration_cast, std::chrono::seconds, std::chrono::system_clock;
    return calendar::Instant::from_seconds(duration_cast<seconds>(system_clock::now().time_since_epoch()).count());
}

} // namespace

Surroundings process_surroundings() {
    ::umask(077);
    std::signal(SIGPIPE, SIG_IGN);
    keep_memory_out_of_files();
    occupy_closed_streams();
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    if (!takes_output(STDOUT_FILENO)) std::cout.setstate(std::ios::badbit);
    return {.in = std::cin,
            .out = std::cout,
            .err = std::cerr,
            .in_is_terminal = ::isatty(STDIN_FILENO) == 1,
            .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
            .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
            .clock = now,
            .environment = variable,
            .caller = caller_name,
            .account = account_name,
            .entropy = vault::system_entropy(),
            .temporary_folder = variable("TMPDIR").value_or("/tmp"),
            .shipped_catalogue = shipped_catalogue(),
            .modules = folder_above_program() / "lib" / "peergroup",
            .program = program_path()};
}

} // namespace peergroup::cli
