#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/output.hpp"
#include "groups/group_register.hpp"

#include <algorithm>
#include <tuple>

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<groups::GroupCode> group;
    std::string region;
    std::string state;
    std::optional<calendar::Date> from;
    std::optional<calendar::Date> to;
};

bool is_wanted(const Options& options, const groups::Session& session) {
    return (options.state.empty() || options.state == groups::code_of(session.state)) &&
           (!options.from || session.starts_on >= *options.from) && (!options.to || session.starts_on <= *options.to);
}

ExitCode run(const Options& options, const Call& call) {
    if (!options.region.empty()) open_catalogue(call).region(options.region);
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    groups::GroupRegister groups(transaction);
    std::vector<GroupMeeting> meetings = meetings_of(
        transaction, options.group ? groups.require(*options.group, actor_of(call))
                                   : groups.list({.region = options.region, .type = "", .state = ""}, actor_of(call)));
    std::erase_if(meetings, [&](const GroupMeeting& meeting) { return !is_wanted(options, meeting.session); });
    if (!options.group)
        std::ranges::stable_sort(meetings, {}, [](const GroupMeeting& meeting) {
            return std::make_tuple(meeting.session.starts_on, meeting.session.starts_at);
        });
    show(call, {"peergroup.session-list/1", "", {}, {session_table(call.language, meetings)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[GROUP]", "the group, or the code of a pair; all groups by day when left out", options.group)
        .flag("--region REGION", "only groups of this region", options.region)
        .choice("--state STATE", "only meetings that are planned, held or cancelled", {"planned", "held", "cancelled"},
                options.state)
        .flag("--from DATE", "only from this day on", options.from)
        .flag("--to DATE", "only up to this day", options.to)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command session_list() {
    return {"session list", "lists the meetings of a group, or of all",
            "peergroup session list --from 2026-09-01 --to 2026-09-30", declare,
            Access::roles(Scope::group, {vault::Role::coordinator, vault::Role::facilitator})};
}

} // namespace peergroup::cli
