#include "cli/schedule_jobs.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

/// One word for the shell. cron makes a line break of each `%` that has no backslash, within quotes too.
std::string shell_word(const std::string& word) {
    if (is_plain_word(word)) return word;
    std::string quoted = "'";
    for (const char letter : word) {
        if (letter == '\'')
            quoted += "'\\''";
        else if (letter == '%')
            quoted += "\\%";
        else
            quoted += letter;
    }
    return quoted + "'";
}

std::string line_of(const ScheduledJob& job, const ScheduleSetting& setting) {
    std::string command = fmt::format("test -x {}", shell_word(setting.program));
    // Debian's cron knows no zones, so a job that comes round asks for the hour itself.
    if (job.by_the_clock) command += fmt::format(" && test \"$(TZ={} date +\\%H)\" != 03", shell_word(setting.zone));
    command += " &&";
    for (const std::string& word : job.words)
        command += " " + shell_word(word);
    if (!job.speaks) command += " > /dev/null";
    return fmt::format("# {}\n{} {} {}\n", job.purpose, job.cron_times, setting.account, command);
}

} // namespace

ScheduleFile cron_table(const std::vector<ScheduledJob>& jobs, const ScheduleSetting& setting) {
    std::string text =
        "# Written by `peergroup schedule print cron`; write it anew when the program, the workspace or the catalogue moves.\n"
        "# What a job prints on its standard error is mailed to MAILTO; who is named there reads it.\n"
        "SHELL=/bin/sh\n"
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n";
    text += fmt::format("MAILTO={}\n\n", setting.account);
    for (const ScheduledJob& job : jobs)
        text += line_of(job, setting);
    return {"peergroup", std::move(text)};
}

} // namespace peergroup::cli
