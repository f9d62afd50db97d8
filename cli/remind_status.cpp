#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/reminder_call.hpp"
#include "cli/wording.hpp"
#include "reminders/job_runs.hpp"
#include "reminders/outbox.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;
using reminders::ReminderState;

struct Options {
    Whole<1, 36600> days = {7};
};

constexpr std::int64_t seconds_a_day = 86400;

documents::Table counts_table(const Call& call, reminders::Outbox& outbox, const Options& options) {
    documents::Table table{"reminders", "", {id_column(call.language, "state"), column(call.language, "code")}, {}};
    table.columns.push_back(number_column(call.language, "count"));
    const calendar::Instant since = instant_of(call).plus_seconds(-options.days.value.value() * seconds_a_day);
    for (const auto& [key, count] : outbox.counts(since, actor_of(call).regions))
        table.rows.push_back(
            {{coded(call.language, "reminder-state", key.first), reminder_reason(call.language, key.second), Cell::of(count)}});
    return table;
}

// What somebody has to see to.
documents::Table open_table(const Call& call, reminders::Outbox& outbox) {
    documents::Table table{"open", "", {number_column(call.language, "reminder")}, {}};
    for (const char* const key : {"recipient", "rule", "due_at", "state", "code"})
        table.columns.push_back(column(call.language, key));
    for (const ReminderState state : {ReminderState::failed, ReminderState::given_up, ReminderState::unknown})
        for (const reminders::Reminder& reminder : outbox.in_state(state)) {
            if (!actor_of(call).may_see_region(reminder.region) || reminder.last_at <= instant_of(call)) continue;
            table.rows.push_back({{Cell::of(reminder.id), Cell::text(reminder.recipient.code()), Cell::text(reminder.rule),
                                   Cell::text(reminder.due_at.text()), coded(call.language, "reminder-state", code_of(state)),
                                   reminder_reason(call.language, reminder.code)}});
        }
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    reminders::Outbox outbox(transaction);
    const auto through = reminders::JobRuns(transaction).seen_through();
    documents::Document document{"peergroup.remind-status/1",
                                 "",
                                 {fact(call.language, "through", Cell::text(through ? through->text() : ""))},
                                 {counts_table(call, outbox, options), open_table(call, outbox)},
                                 {}};
    if (is_for_people(format_of(call)))
        std::erase_if(document.tables, [](const documents::Table& table) { return table.key == "open" && table.rows.empty(); });
    tell_beside(call, document, notices_of_held(call, catalogue.delivery()));
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--days DAYS", "what became of reminders in so many days; 7 when left out", options.days)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command remind_status() {
    return {"remind status", "tells what became of reminders, and what is to be seen to", "peergroup remind status", declare,
            Access::roles(Scope::region, {vault::Role::coordinator, vault::Role::reminder_job})};
}

} // namespace peergroup::cli
