#include "cli/command_list.hpp"
#include "cli/meeting_flags.hpp"

namespace peergroup::cli {

namespace {

ExitCode run(const MeetingFlags& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const calendar::Date today = effective_day(call, region_of(options, call, database, catalogue));
    const auto changed = groups::move_meeting(database, catalogue, journal_of(call), choice_of(options, today), time_of(options));
    show_changed(call, database, catalogue, changed);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<MeetingFlags>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group)
        .operand("SESSION", "its number or its day", options.session)
        .operand("DATE", "its new day", options.day);
    declare_meeting_time(verb, options);
    declare_meeting_side(verb, options);
    verb.runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command session_move() {
    return {"session move", "moves a meeting; it keeps its number",
            "peergroup session move MLL-KAI-2026-01 3 2026-10-06 --time 18:00", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
