#pragma once

#include "cli/call.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peergroup::cli {

/// Something that the program is to do by itself, and when.
struct ScheduledJob {
    std::string name;               ///< ends the names of its files: `reminders`
    std::string purpose;            ///< one line for whoever administers the machine
    std::vector<std::string> words; ///< program, flags and command, as they are given
    std::string cron_times;         ///< five fields of crontab(5)
    std::string calendar_time;      ///< of systemd.time(7), without a zone
    bool by_the_clock = false;      ///< often enough to meet the hour of the night in which clocks change
    bool speaks = false;            ///< whether what it prints is worth a mail
    bool uses_network = false;
    std::string longest_run = "10min";
    std::vector<std::string> writes = {}; ///< folders
};

/// Which jobs, how often, and where to; the reminders and the backup are always among them.
struct JobChoice {
    std::string every = "15m"; ///< `5m` to `30m`, `1h`
    std::string backups = {};  ///< empty: beside the store
    std::string keys_to = {};  ///< empty: beside the store
    std::string calendars = {};
    std::string reports = {};
};

/// The jobs of the call's workspace, each with the words that reach it from anywhere; what this program cannot do is not among
/// them.
std::vector<ScheduledJob> scheduled_jobs(const Call& call, const JobChoice& choice);

/// The path as it is found from anywhere. Throws Problem(usage, `no-value`) where no line of a file could name it.
std::string absolute_path(const std::string& path);

/// Whether the word means itself wherever commands are read, so that it needs no quotes.
bool is_plain_word(std::string_view word);

/// What all jobs share.
struct ScheduleSetting {
    std::string program; ///< path
    std::string account; ///< as whom they run
    std::string zone;    ///< IANA name of the region's clock
};

/// A file with its name.
struct ScheduleFile {
    std::string name;
    std::string text;
};

/// A service and a timer for each job, confined to what it writes. Nothing runs between three and four at night by the region's
/// clock: twice a year that hour is there twice, or not at all.
std::vector<ScheduleFile> systemd_units(const std::vector<ScheduledJob>& jobs, const ScheduleSetting& setting);

/// One file for /etc/cron.d, each line of which ends quietly where the program is gone.
ScheduleFile cron_table(const std::vector<ScheduledJob>& jobs, const ScheduleSetting& setting);

} // namespace peergroup::cli
