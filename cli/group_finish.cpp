#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "sessions/finish_group.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<groups::GroupCode> group;
};

void add_members(documents::Table& table, Language language, const std::vector<sessions::FinishedMember>& members) {
    for (const sessions::FinishedMember& member : members)
        table.rows.push_back(
            {{documents::Cell::text(code_of_person(member.membership.person)), documents::Cell::text(member.group.text()),
              coded(language, "membership", admission::code_of(member.membership.state)), documents::Cell::of(member.attended),
              documents::Cell::of(member.held)}});
}

documents::Document document_of(Language language, const sessions::FinishedGroup& finished) {
    documents::Table table{"members", "", {}, {}};
    table.columns = {id_column(language, "person"), column(language, "group"), column(language, "state"),
                     number_column(language, "attended"), number_column(language, "held")};
    add_members(table, language, finished.exceptions);
    add_members(table, language, finished.completed);
    const auto count = [](const auto& list) { return documents::Cell::of(static_cast<std::int64_t>(list.size())); };
    return {"peergroup.finished-group/1",
            "",
            {fact(language, "completed", count(finished.completed)), fact(language, "exceptions", count(finished.exceptions)),
             fact(language, "waitlisted", documents::Cell::of(finished.waiting))},
            {std::move(table)},
            {}};
}

ExitCode run(const Options& options, sessions::Finish finish, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const catalogue::Region& region = catalogue.region(look_up_group(call, database, *options.group).region);
    finish.group = *options.group;
    finish.last_day = effective_day(call, region);
    finish.today = today_in(call, region);
    documents::Document document =
        document_of(call.language, sessions::finish_group(database, catalogue, journal_of(call), finish));
    if (is_for_people(format_of(call)) && document.tables.front().rows.empty()) document.tables.clear();
    show(call, document);
    return ExitCode::done;
}

ExitCode run_finish(const Options& options, const Call& call) {
    return run(options, {.group = *options.group, .last_day = {}, .today = {}, .cancel_remaining = call.flags.yes}, call);
}

ExitCode run_cancel(const Options& options, const Call& call) {
    confirm(call, language::say(call.language, "group.confirm-cancel", {{"group", options.group->text()}}));
    sessions::Finish cancellation{.group = *options.group, .last_day = {}, .today = {}, .cancel_remaining = true};
    cancellation.group_cancelled = true;
    cancellation.reason = call.flags.reason;
    return run(options, cancellation, call);
}

template <ExitCode (*action)(const Options&, const Call&)> void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair; --on says its last day", options.group).runs([&options](Call& call) {
        return action(options, call);
    });
}

} // namespace

Command group_finish() {
    return {"group finish", "finishes a group: members complete by the type's rule, the exceptions are listed",
            "peergroup group finish VOI-KAI-2026-01 --on 2026-12-09", declare<run_finish>,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

Command group_cancel() {
    return {"group cancel", "ends a group before its time: what it still has before it is cancelled, nobody completes",
            "peergroup group cancel VOI-KAI-2026-01 --reason too_few_participants --yes", declare<run_cancel>,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
