#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/output.hpp"
#include "groups/group_register.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    groups::GroupFilter filter;
};

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    const groups::GroupFilter& filter = options.filter;
    if (!filter.region.empty() || !filter.type.empty()) {
        const catalogue::Catalogue catalogue = open_catalogue(call);
        if (!filter.region.empty()) catalogue.region(filter.region);
        if (!filter.type.empty()) catalogue.type(filter.type);
    }
    store::Transaction transaction = database.read();
    const std::vector<groups::Group> groups = groups::GroupRegister(transaction).list(filter, actor_of(call));
    show(call, {"peergroup.group-list/1", "", {}, {group_table(call.language, groups)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--region REGION", "only groups of this region", options.filter.region)
        .flag("--type TYPE", "only groups of this type", options.filter.type)
        .choice("--state STATE", "only groups that are running, cancelled or finished", {"running", "cancelled", "finished"},
                options.filter.state)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command group_list() {
    return {"group list", "lists groups by code", "peergroup group list --state running", declare,
            Access::roles(Scope::group, {vault::Role::coordinator, vault::Role::facilitator})};
}

} // namespace peergroup::cli
