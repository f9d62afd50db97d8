#include "cli/command_list.hpp"
#include "cli/meeting_flags.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

struct Options {
    MeetingFlags meeting;
    std::string after;
};

groups::Cancellation cancellation_of(const Options& options, const Call& call) {
    if (call.flags.reason.empty())
        throw Problem(ProblemKind::usage, "flag-missing", "--reason is missing", "peergroup session cancel",
                      fmt::format("use one of {}", fmt::join(groups::cancel_reasons(), ", ")));
    groups::Cancellation cancellation{.reason = call.flags.reason};
    if (options.after == "append") cancellation.after = catalogue::AfterCancelled::append;
    if (options.after == "merge") cancellation.after = catalogue::AfterCancelled::merge;
    return cancellation;
}

ExitCode run(const Options& options, const Call& call) {
    const groups::Cancellation cancellation = cancellation_of(options, call);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const calendar::Date today = effective_day(call, region_of(options.meeting, call, database, catalogue));
    auto changed = groups::cancel_meeting(database, catalogue, journal_of(call), choice_of(options.meeting, today), cancellation);
    for (groups::Notice& notice : changed.notices)
        if (notice.code == "interval-not-stated") notice.code = "no-extra-meeting";
    show_changed(call, database, catalogue, changed);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.meeting.group)
        .operand("SESSION", "its number or its day; --reason says why", options.meeting.session)
        .choice("--after WORD", "append (an extra meeting at the end) or merge (none), in place of the organisation's policy",
                {"append", "merge"}, options.after);
    declare_meeting_side(verb, options.meeting);
    verb.runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command session_cancel() {
    return {"session cancel", "cancels a meeting", "peergroup session cancel MLL-KAI-2026-01 3 --reason facilitator_absent",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
