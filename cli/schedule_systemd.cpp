#include "cli/schedule_jobs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::cli {

namespace {

constexpr const char* heading =
    "# Written by `peergroup schedule print systemd`; write it anew when the program, the workspace or the "
    "catalogue moves.\n";

// Each takes away something that no job needs: new rights, the rest of the file system, devices, the kernel's settings, other
// processes, code that is written while it runs. Calls that are not allowed fail; they do not kill the program amid a write.
constexpr const char* confinement = "UMask=0077\n"
                                    "LimitCORE=0\n"
                                    "NoNewPrivileges=yes\n"
                                    "CapabilityBoundingSet=\n"
                                    "AmbientCapabilities=\n"
                                    "ProtectSystem=strict\n"
                                    "PrivateTmp=yes\n"
                                    "PrivateDevices=yes\n"
                                    "DevicePolicy=closed\n"
                                    "ProtectClock=yes\n"
                                    "ProtectControlGroups=yes\n"
                                    "ProtectHostname=yes\n"
                                    "ProtectKernelLogs=yes\n"
                                    "ProtectKernelModules=yes\n"
                                    "ProtectKernelTunables=yes\n"
                                    "ProtectProc=invisible\n"
                                    "KeyringMode=private\n"
                                    "LockPersonality=yes\n"
                                    "MemoryDenyWriteExecute=yes\n"
                                    "RemoveIPC=yes\n"
                                    "RestrictNamespaces=yes\n"
                                    "RestrictRealtime=yes\n"
                                    "RestrictSUIDSGID=yes\n"
                                    "SystemCallArchitectures=native\n"
                                    "SystemCallFilter=@system-service\n"
                                    "SystemCallFilter=~@privileged @resources\n"
                                    "SystemCallErrorNumber=EPERM\n";

/// `%` begins a specifier of systemd, everywhere in a unit.
std::string without_specifiers(const std::string& text) {
    std::string escaped;
    for (const char letter : text)
        escaped += letter == '%' ? "%%" : std::string(1, letter);
    return escaped;
}

std::string quoted(const std::string& text) {
    if (is_plain_word(text)) return text;
    std::string escaped = "\"";
    for (const char letter : without_specifiers(text)) {
        if (letter == '"' || letter == '\\') escaped += '\\';
        escaped += letter;
    }
    return escaped + '"';
}

/// One word of a command line, in which `$` begins a variable too. The program itself is taken as it stands.
std::string command_word(const std::string& word) {
    std::string escaped;
    for (const char letter : quoted(word))
        escaped += letter == '$' ? "$$" : std::string(1, letter);
    return escaped;
}

std::string command_of(const ScheduledJob& job) {
    std::string command = quoted(job.words.front());
    for (auto word = job.words.begin() + 1; word != job.words.end(); ++word)
        command += " " + command_word(*word);
    return command;
}

/// Homes are hidden, unless something of the job lies in one; then they can be read, and what it writes be written.
std::string homes_of(const ScheduledJob& job) {
    const auto is_in_home = [](const std::string& path) {
        return path.starts_with("/home/") || path.starts_with("/root/") || path.starts_with("/run/user/");
    };
    const bool needed = std::ranges::any_of(job.words, is_in_home) || std::ranges::any_of(job.writes, is_in_home);
    return needed ? "read-only" : "yes";
}

std::string service_of(const ScheduledJob& job, const ScheduleSetting& setting) {
    std::string text = fmt::format("{}[Unit]\nDescription=peergroup: {}\n", heading, job.purpose);
    if (job.uses_network) text += "Wants=network-online.target\nAfter=network-online.target\n";
    text += fmt::format("ConditionFileIsExecutable={}\n", without_specifiers(setting.program));
    text += fmt::format("\n[Service]\nType=oneshot\nUser={}\nExecStart={}\n", setting.account, command_of(job));
    if (!job.speaks) text += "StandardOutput=null\n";
    text += fmt::format("TimeoutStartSec={}\n{}ProtectHome={}\n", job.longest_run, confinement, homes_of(job));
    if (job.uses_network)
        text += "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6\n";
    else
        text += "RestrictAddressFamilies=AF_UNIX\nPrivateNetwork=yes\nIPAddressDeny=any\n";
    for (const std::string& folder : job.writes)
        text += fmt::format("ReadWritePaths={}\n", quoted(folder));
    return text;
}

// systemd knows zones, so the hours are those of the region whatever the machine's own clock shows.
std::string timer_of(const ScheduledJob& job, const ScheduleSetting& setting) {
    return fmt::format("{}[Unit]\nDescription=peergroup: when to start: {}\n\n[Timer]\nOnCalendar={} {}\nAccuracySec=1min\n"
                       "Persistent={}\n\n[Install]\nWantedBy=timers.target\n",
                       heading, job.purpose, job.calendar_time, setting.zone, job.by_the_clock ? "no" : "yes");
}

} // namespace

std::vector<ScheduleFile> systemd_units(const std::vector<ScheduledJob>& jobs, const ScheduleSetting& setting) {
    std::vector<ScheduleFile> files;
    for (const ScheduledJob& job : jobs) {
        files.push_back({fmt::format("peergroup-{}.service", job.name), service_of(job, setting)});
        files.push_back({fmt::format("peergroup-{}.timer", job.name), timer_of(job, setting)});
    }
    return files;
}

} // namespace peergroup::cli
