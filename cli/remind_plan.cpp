#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/reminder_call.hpp"
#include "cli/wording.hpp"
#include "reminders/preview.hpp"
#include "reminders/region_clocks.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    Whole<1, 366> days = {7};
    std::optional<calendar::Instant> as_of;
};

constexpr std::int64_t seconds_a_day = 86400;

documents::Row row_of(const Call& call, const reminders::Preview& preview, const calendar::Zone& zone) {
    const reminders::Candidate& candidate = preview.candidate;
    return {{moment(call, candidate.due.at, zone), Cell::text(candidate.rule->id), Cell::text(candidate.event.group_code),
             day(call.language, candidate.event.day), Cell::text(candidate.recipient.code()),
             coded(call.language, "reminder-state", preview.state), reminder_reason(call.language, preview.code)}};
}

ExitCode run(const Options& options, const Call& call) {
    const ReminderCall reminding(call);
    const reminders::Sender sender = reminding.sender(options.as_of);
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    reminders::RegionClocks clocks(reminding.catalogue());
    documents::Table table{"reminders", "", {column(call.language, "due_at"), column(call.language, "rule")}, {}};
    for (const char* const key : {"group", "day", "recipient", "state", "code"})
        table.columns.push_back(column(call.language, key));
    const reminders::Span span{sender.now, sender.now.plus_seconds(options.days.value.value() * seconds_a_day)};
    for (const reminders::Preview& preview : reminders::preview(transaction, sender, span))
        table.rows.push_back(row_of(call, preview, clocks.of(preview.candidate.event.region)));
    documents::Document document{"peergroup.remind-plan/1", "", {}, {std::move(table)}, {}};
    tell_beside(call, document, notices_of_held(call, reminding.catalogue().delivery()));
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--days DAYS", "how many days ahead; 7 when left out", options.days)
        .flag("--as-of INSTANT", "from this instant on, instead of now", options.as_of)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command remind_plan() {
    return {"remind plan", "lists the reminders of the coming days, and why somebody gets none", "peergroup remind plan --days 3",
            declare, Access::roles(Scope::region, {vault::Role::coordinator, vault::Role::reminder_job})};
}

} // namespace peergroup::cli
