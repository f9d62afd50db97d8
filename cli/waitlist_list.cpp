#include "admission/waiting.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string region;
};

documents::Row row_of(Language language, const admission::WaitingGroup& group) {
    return {{Cell::text(group.group), Cell::text(group.type), Cell::text(group.region), Cell::of(group.capacity),
             Cell::of(group.enrolled), Cell::of(group.waiting), Cell::of(group.offered), day(language, group.longest_since)}};
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    if (!options.region.empty()) catalogue.region(options.region);
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    documents::Table table{
        "groups", "", {id_column(call.language, "group"), column(call.language, "type"), column(call.language, "region")}, {}};
    for (const char* const key : {"capacity", "enrolled", "waitlisted", "offered"})
        table.columns.push_back(number_column(call.language, key));
    table.columns.push_back(column(call.language, "longest_since"));
    const calendar::Date today = today_in(call, catalogue.region(region_or_default(call, options.region)));
    for (const auto& group : admission::waiting_groups(transaction, {.region = options.region, .today = today}, actor_of(call)))
        table.rows.push_back(row_of(call.language, group));
    show(call, {"peergroup.waitlist-list/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--region REGION", "only groups of this region", options.region).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command waitlist_list() {
    return {"waitlist list", "lists the groups for which people wait", "peergroup waitlist list --region kainuu", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
