#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/reminder_call.hpp"
#include "cli/wording.hpp"
#include "language/problem.hpp"
#include "reminders/heartbeat.hpp"
#include "reminders/kept_messages.hpp"
#include "reminders/send.hpp"
#include "store/fault.hpp"
#include "store/queue.hpp"

#include <fstream>

namespace peergroup::cli {

namespace {

using documents::Cell;
using reminders::ReminderState;

struct Options {
    Whole<1, 600> max_minutes = {10};
};

// Of this start of the machine: what was not on the disk yet is gone with another one.
std::string name_of_boot() {
    std::string name;
    std::getline(std::ifstream("/proc/sys/kernel/random/boot_id"), name);
    return name;
}

// Whoever works on the same store finds the same files.
std::filesystem::path beside_store(const Call& call, std::string_view name) {
    return std::filesystem::path(store_path(call)).parent_path() / name;
}

/// The lock of the job; nothing while another copy runs.
std::optional<store::FileLock> lock_of_job(const Call& call) {
    try {
        return store::FileLock(beside_store(call, "remind.lock").string(), store::FileLock::Side::exclusive,
                               std::chrono::milliseconds(0));
    } catch (const store::StoreError& error) {
        if (error.fault != store::StoreFault::busy) throw;
        return std::nullopt;
    }
}

documents::Document document_of(const Call& call, const reminders::SendReport& report) {
    documents::Table table{"reminders", "", {id_column(call.language, "state"), number_column(call.language, "count")}, {}};
    for (const auto& [state, count] : report.counts)
        if (count != 0) table.rows.push_back({{coded(call.language, "reminder-state", code_of(state)), Cell::of(count)}});
    return {"peergroup.remind-send/1", "", {}, {std::move(table)}, {}};
}

ExitCode exit_of(const reminders::SendReport& report) {
    const auto count = [&](ReminderState state) {
        const auto found = report.counts.find(state);
        return found == report.counts.end() ? 0 : found->second;
    };
    if (!report.problems.empty() || count(ReminderState::failed) > 0) return ExitCode::delivery_failed;
    return count(ReminderState::given_up) + count(ReminderState::unknown) > 0 ? ExitCode::partial : ExitCode::done;
}

// Silent when all went well and nobody watches, so that cron mails only what is to be seen to.
void tell_of(const Call& call, const reminders::SendReport& report, ExitCode exit) {
    for (const Problem& problem : report.problems)
        tell(call, (problem.where.empty() ? "" : problem.where + ": ") + problem.message);
    if (call.surroundings.out_is_terminal || !call.flags.format.empty() || call.flags.dry_run || exit != ExitCode::done)
        show(call, document_of(call, report));
}

// Of whoever was erased while a message to them was on its way, in this run or in one that was killed.
void clear_outbox(const Call& call, store::Database& database) {
    constexpr std::int64_t seconds_a_day = 86400;
    store::Transaction transaction = database.read();
    reminders::delete_unknown_messages(transaction, call.workspace.folder(), instant_of(call).plus_seconds(-seconds_a_day));
}

reminders::SendReport send(const Options& options, const Call& call) {
    const ReminderCall reminding(call);
    store::Database database = open_store(call);
    if (!call.flags.dry_run && reminders::is_idle(database, reminding.sender())) return {};
    const auto mail = reminders::mail_transport(reminding.catalogue().delivery().mail, transport_folders(call));
    const auto sms = reminders::sms_transport(reminding.catalogue().delivery().sms, transport_folders(call));
    reminders::AttemptLog log(beside_store(call, "remind.attempts"), name_of_boot());
    const calendar::Instant end = call.surroundings.clock().plus_seconds(std::int64_t{60} * options.max_minutes.value.value());
    const auto may_go_on = [&] { return call.surroundings.clock() < end; };
    reminders::SendReport report =
        reminders::send_due(database, {*mail, *sms}, log, {reminding.sender(), call.flags.dry_run, may_go_on});
    if (!call.flags.dry_run && !report.counts.empty()) clear_outbox(call, database);
    return report;
}

/// Whether a command of this program holds the store, and no stranger.
bool is_in_use_here(const Call& call) {
    try {
        store::take_turn(store_path(call), store::FileLock::Side::shared, std::chrono::milliseconds(1));
        return false;
    } catch (const store::StoreError& error) {
        return error.fault == store::StoreFault::busy;
    }
}

// Behind a long batch of this program the run comes too early: the next one catches up.
ExitCode run(const Options& options, const Call& call) {
    call.workspace.require();
    const auto lock = lock_of_job(call);
    if (!lock) return ExitCode::done;
    try {
        const reminders::SendReport report = send(options, call);
        if (!call.flags.dry_run)
            reminders::note_heartbeat(call.workspace.folder() / "remind.heartbeat", call.surroundings.clock());
        const ExitCode exit = exit_of(report);
        tell_of(call, report, exit);
        return exit;
    } catch (const store::StoreError& error) {
        if (error.fault == store::StoreFault::busy && is_in_use_here(call)) return ExitCode::done;
        throw;
    }
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--max-minutes MINUTES", "how long it may take; the next run goes on", options.max_minutes)
        .can_be_rehearsed()
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command remind_send() {
    return {"remind send", "sends every reminder that is due and was not sent", "peergroup remind send", declare,
            Access::roles(Scope::region, {vault::Role::coordinator, vault::Role::reminder_job})};
}

} // namespace peergroup::cli
