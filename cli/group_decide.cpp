#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "groups/group_changes.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<groups::GroupCode> group;
};

ExitCode run(const Options& options, groups::GroupVerb verb, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const groups::Group group = look_up_group(call, database, *options.group);
    const groups::GroupDecision decision{*options.group, verb, effective_day(call, catalogue.region(group.region)),
                                         call.flags.reason};
    show_groups(call, "peergroup.group-changed/1", groups::decide_group(database, catalogue, journal_of(call), decision));
    return ExitCode::done;
}

template <groups::GroupVerb group_verb> void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group).runs([&options](Call& call) {
        return run(options, group_verb, call);
    });
}

} // namespace

Command group_open() {
    return {"group open", "opens the intake of a group", "peergroup group open VOI-KAI-2026-01", declare<groups::GroupVerb::open>,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

Command group_close() {
    return {"group close", "closes the intake of a group", "peergroup group close VOI-KAI-2026-01",
            declare<groups::GroupVerb::close>, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
