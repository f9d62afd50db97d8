#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/schedule_jobs.hpp"
#include "cli/trusted_files.hpp"
#include "documents/whole_file.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string kind;
    JobChoice jobs;
    std::string folder;
};

void write(const Call& call, const std::string& folder, const std::vector<ScheduleFile>& files) {
    if (folder.empty()) {
        std::string text;
        for (const ScheduleFile& file : files)
            text += (files.size() == 1 ? "" : fmt::format("{}# {}\n", text.empty() ? "" : "\n", file.name)) + file.text;
        if (call.flags.output.empty() || call.flags.output == "-")
            call.surroundings.out << text;
        else
            documents::write_whole_file(call.flags.output, text);
        return;
    }
    require_outside_workspaces((fs::path(folder) / "schedule").string());
    for (const ScheduleFile& file : files)
        documents::write_whole_file((fs::path(folder) / file.name).string(), file.text);
}

ExitCode run(const Options& options, const Call& call) {
    if (options.kind != "systemd" && options.kind != "cron")
        throw Problem(ProblemKind::usage, "no-value", fmt::format("there is no schedule for \"{}\"", options.kind), "KIND",
                      "use systemd or cron");
    if (!call.flags.format.empty())
        throw Problem(ProblemKind::usage, "flag-without-effect", "a schedule is written as systemd or cron reads it", "--format",
                      "leave it out");
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const ScheduleSetting setting{absolute_path(call.surroundings.program.string()), call.surroundings.account(),
                                  catalogue.region(region_or_default(call, "")).zone};
    const std::vector<ScheduledJob> jobs = scheduled_jobs(call, options.jobs);
    write(call, options.folder,
          options.kind == "systemd" ? systemd_units(jobs, setting) : std::vector{cron_table(jobs, setting)});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("KIND", "systemd or cron", options.kind)
        .choice("--every INTERVAL", "how often reminders are sent; 15m when left out", {"5m", "10m", "15m", "20m", "30m", "1h"},
                options.jobs.every)
        .flag("--backups FOLDER", "where the nightly copy of the store goes; without it, beside the store", options.jobs.backups)
        .flag("--keys-to FOLDER", "where the nightly copy of the person keys goes; without it, beside the store",
              options.jobs.keys_to)
        .flag("--calendars FOLDER", "writes calendars there every hour", options.jobs.calendars)
        .flag("--reports FOLDER", "writes the weekly report there every Monday", options.jobs.reports)
        .flag("--folder FOLDER", "writes the files there, in place of standard output", options.folder)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command schedule_print() {
    return {"schedule print", "writes timers or cron lines for what the program does by itself",
            "peergroup schedule print systemd --folder units", declare, Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
