#include "cli/schedule_jobs.hpp"

#include "cli/command_list.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <string_view>

namespace peergroup::cli {

namespace {

namespace fs = std::filesystem;

/// The jobs of one workspace, each with the words that reach it from anywhere.
class Jobs {
public:
    Jobs(const JobChoice& choice, const Call& call)
        : choice_(choice), call_(call), store_(fs::path(absolute_path(store_path(call)))) {
        base_ = {call.surroundings.program.string(), "--workspace", absolute_path(call.workspace.folder().string())};
        // What the workspace says itself is found there; the rest is not known to a job.
        keep("--config", call.flags.config, "PEERGROUP_CONFIG");
        keep("--store", call.flags.store, "PEERGROUP_STORE");
    }

    std::vector<ScheduledJob> all() const {
        std::vector<ScheduledJob> jobs;
        for (ScheduledJob job : {reminders(), calendars(), weekly_report(), backup()}) {
            if (job.name.empty()) continue;
            job.writes.insert(job.writes.begin(), base_[2]);
            const std::string beside = store_.parent_path().string();
            if (beside != base_[2]) job.writes.push_back(beside);
            jobs.push_back(std::move(job));
        }
        return jobs;
    }

private:
    void keep(const char* flag, const std::string& given, const char* variable) {
        const std::string value = !given.empty() ? given : call_.surroundings.environment(variable).value_or("");
        if (!value.empty()) base_.insert(base_.end(), {flag, absolute_path(value)});
    }

    std::vector<std::string> words(std::initializer_list<std::string> own) const {
        std::vector<std::string> all = base_;
        all.insert(all.end(), own);
        return all;
    }

    // A program that cannot send yet is not told to. A run ends before the hour in which clocks change, whenever it began; it is
    // silent by itself when all is well, and says what is not.
    ScheduledJob reminders() const {
        if (std::ranges::find(all_commands(), std::string_view("remind send"), &Command::words) == all_commands().end())
            return {};
        const bool hourly = choice_.every == "1h";
        const std::string minutes = hourly ? "" : choice_.every.substr(0, choice_.every.size() - 1);
        const char* const longest = minutes == "5" ? "3" : minutes == "10" ? "8" : "10";
        return {.name = "reminders",
                .purpose = "sends the reminders that are due",
                .words = words({"remind", "send", "--max-minutes", longest}),
                .cron_times = hourly ? "0 * * * *" : fmt::format("*/{} * * * *", minutes),
                .calendar_time = "*-*-* 00..02,04..23:" + (hourly ? "00:00" : fmt::format("00/{}:00", minutes)),
                .by_the_clock = true,
                .speaks = true,
                .uses_network = true,
                .longest_run = "15min"}; // only for a run that hangs
    }

    ScheduledJob calendars() const {
        if (choice_.calendars.empty()) return {};
        const std::string folder = absolute_path(choice_.calendars);
        return {.name = "calendars",
                .purpose = "writes the calendars that others subscribe to",
                .words = words({"--quiet", "calendar", "export", "--folder", folder, "--readable"}),
                .cron_times = "7 * * * *",
                .calendar_time = "*-*-* 00..02,04..23:07:00",
                .by_the_clock = true,
                .writes = {folder}};
    }

    ScheduledJob weekly_report() const {
        if (choice_.reports.empty()) return {};
        const std::string folder = absolute_path(choice_.reports);
        return {.name = "weekly-report",
                .purpose = "writes the report of the last complete week",
                .words = words({"--quiet", "report", "weekly", "--output", (fs::path(folder) / "weekly.md").string()}),
                .cron_times = "20 6 * * 1",
                .calendar_time = "Mon *-*-* 06:20:00",
                .writes = {folder}};
    }

    ScheduledJob backup() const {
        ScheduledJob job{.name = "backup",
                         .purpose = "copies the store and the person keys",
                         .words = words({"--quiet", "db", "backup"}),
                         .cron_times = "10 5 * * *",
                         .calendar_time = "*-*-* 05:10:00",
                         .longest_run = "1h"};
        const auto add = [&](const char* flag, const std::string& folder) {
            if (folder.empty()) return;
            job.words.insert(job.words.end(), {flag, absolute_path(folder)});
            job.writes.push_back(absolute_path(folder));
        };
        add("--to", choice_.backups);
        add("--keys-to", choice_.keys_to);
        return job;
    }

    const JobChoice& choice_;
    const Call& call_;
    fs::path store_;
    std::vector<std::string> base_;
};

} // namespace

std::string absolute_path(const std::string& path) {
    std::error_code hidden;
    const std::string whole = fs::weakly_canonical(fs::absolute(path), hidden).string();
    const bool steers = std::ranges::any_of(whole, [](unsigned char letter) { return letter < 0x20 || letter == 0x7f; });
    if (whole.empty() || steers) throw Problem(ProblemKind::usage, "no-value", "no schedule can name such a path", path);
    return whole;
}

bool is_plain_word(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
               std::string_view("/._-+").find(letter) != std::string_view::npos;
    });
}

std::vector<ScheduledJob> scheduled_jobs(const Call& call, const JobChoice& choice) {
    return Jobs(choice, call).all();
}

} // namespace peergroup::cli
