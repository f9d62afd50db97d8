#include "cli/backup_flags.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "reminders/heartbeat.hpp"
#include "stewardship/health.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;
using stewardship::HealthLine;
using stewardship::Verdict;

HealthLine examine_program() {
    return {"program", Verdict::ok, "peergroup " PEERGROUP_VERSION};
}

// The region's clock, and on the way whether the catalogue can be read and trusted.
HealthLine examine_catalogue(const Call& call, std::string& zone, std::optional<int>& key_copy_days) {
    try {
        call.workspace.settings();
        const catalogue::Catalogue catalogue = open_catalogue(call);
        key_copy_days = catalogue.organisation().policy.key_copy_days;
        zone = catalogue.region(call.workspace.settings().region).zone;
        return {"catalogue"};
    } catch (const Problem& problem) {
        return {"catalogue", Verdict::failed, problem.where.empty() ? problem.message : problem.where + ": " + problem.message};
    }
}

// Messages that stay here look like messages that were sent to whoever does not look closely.
HealthLine examine_delivery(const Call& call) {
    try {
        const catalogue::Delivery delivery = find_catalogue(call).delivery();
        std::string held;
        if (delivery.mail.transport == catalogue::MailTransport::folder) held = "outbox/mail";
        if (delivery.sms.transport == catalogue::SmsTransport::folder)
            held += (held.empty() ? "" : ", ") + std::string("outbox/sms");
        return {"delivery", held.empty() ? Verdict::ok : Verdict::warning, held};
    } catch (const Problem& problem) {
        return {"delivery", Verdict::failed, problem.where.empty() ? problem.message : problem.where + ": " + problem.message};
    }
}

// A job that a clock starts every quarter of an hour, from the first time it ran on.
HealthLine examine_reminders(const Call& call) {
    constexpr std::int64_t overdue_seconds = 3600;
    const auto last = reminders::last_heartbeat(call.workspace.folder() / "remind.heartbeat");
    if (!last) return {"reminders"};
    const bool overdue = call.surroundings.clock().seconds() - last->seconds() > overdue_seconds;
    return {"reminders", overdue ? Verdict::warning : Verdict::ok, overdue || call.flags.verbose ? last->text() : ""};
}

std::vector<HealthLine> examine(const Call& call) {
    std::string zone;
    std::optional<int> key_copy_days;
    std::vector<HealthLine> lines = {examine_program(), examine_catalogue(call, zone, key_copy_days)};
    const std::string store = require_store(call);
    for (HealthLine& line : stewardship::examine_health({.store = {store},
                            .folder = call.workspace.exists() ? call.workspace.folder().string() : "",
                            .key_ring = call.workspace.exists() ? call.workspace.key_ring_file().string() : "",
                            .zone = zone,
                            .backup_folder = backup_folder(call),
                            .keys_folder = keys_folder(call),
                            .key_copy_days = key_copy_days,
                            .now = call.surroundings.clock(),
                            .patience = patience,
                            .in_detail = call.flags.verbose}))
        lines.push_back(std::move(line));
    lines.push_back(examine_delivery(call));
    lines.push_back(examine_reminders(call));
    return lines;
}

// What to do about it.
std::string hint_of(Language language, const HealthLine& line) {
    if (line.verdict == Verdict::ok) return "";
    return language::say(language, (line.verdict == Verdict::warning ? "doctor-warning." : "doctor-failed.") + line.code);
}

documents::Table table_of(Language language, const std::vector<HealthLine>& lines) {
    documents::Table table{"lines", "", {id_column(language, "check")}, {}};
    for (const char* const key : {"verdict", "detail", "hint"})
        table.columns.push_back(column(language, key));
    for (const HealthLine& line : lines) {
        const std::string verdict(code_of(line.verdict));
        table.rows.push_back({{coded(language, "doctor", line.code), coded(language, "verdict", verdict), Cell::text(line.detail),
                               Cell::text(hint_of(language, line))}});
    }
    return table;
}

ExitCode run(const Call& call) {
    const std::vector<HealthLine> lines = examine(call);
    documents::Table table = table_of(call.language, lines);
    if (is_for_people(format_of(call))) drop_blank_columns(table);
    show(call, {"peergroup.doctor/1", "", {}, {std::move(table)}, {}});
    for (const HealthLine& line : lines)
        if (line.verdict == Verdict::failed)
            throw Problem(ProblemKind::failed, "not-well", "something has failed", store_path(call), "see what to do about it");
    return ExitCode::done;
}

void declare(Verb& verb) {
    verb.runs(run);
}

} // namespace

Command doctor() {
    return {"doctor", "looks at everything that the daily work stands on, and says what to do", "peergroup doctor", declare,
            Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
