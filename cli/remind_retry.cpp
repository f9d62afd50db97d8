#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/reminder_call.hpp"
#include "cli/wording.hpp"
#include "language/problem.hpp"
#include "reminders/outbox.hpp"

#include <fmt/format.h>

#include <limits>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::vector<std::string> reminders;
};

ExitCode run(const Options& options, const Call& call) {
    const vault::Journal journal = journal_of(call);
    store::Database database = open_store(call);
    store::Transaction transaction = database.write();
    reminders::Outbox outbox(transaction);
    std::vector<std::int64_t> ids;
    for (const std::string& text : options.reminders)
        ids.push_back(read_whole("REMINDER", text, 1, std::numeric_limits<int>::max()));
    const auto again = outbox.let_again(ids, instant_of(call), actor_of(call).regions);
    if (again.size() < ids.size())
        throw Problem(ProblemKind::refused, "not-to-be-retried",
                      "one of the reminders is not there, was sent, or is too old to be sent", "",
                      "`peergroup remind status` lists those that can be");
    std::vector<std::string> regions;
    for (const reminders::Reminder& reminder : again)
        regions.push_back(reminder.region);
    if (!again.empty()) journal.record_change(transaction, regions, {"", fmt::format("retried={}", again.size())});
    transaction.commit();
    show(call, {"peergroup.remind-retry/1",
                "",
                {fact(call.language, "count", Cell::of(static_cast<std::int64_t>(again.size())))},
                {},
                {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[REMINDER...]", "by number; all that can be when left out", options.reminders).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command remind_retry() {
    return {"remind retry", "lets reminders be sent that were given up, or perhaps never left", "peergroup remind retry 12",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
