#include "admission/waiting.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "referrals/waiting_ways.hpp"

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

documents::Table types_table(Language language, const std::vector<referrals::WaitedForType>& types) {
    documents::Table table{"types", "", {id_column(language, "type"), column(language, "region")}, {}};
    table.columns.push_back(number_column(language, "people"));
    table.columns.push_back(column(language, "longest_since"));
    for (const referrals::WaitedForType& type : types)
        table.rows.push_back(
            {{Cell::text(type.type), Cell::text(type.region), Cell::of(type.people), day(language, type.longest_since)}});
    return table;
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
    documents::Document document{"peergroup.waitlist-list/1", "", {}, {}, {}};
    documents::Table types = types_table(call.language, referrals::waited_for_types(transaction, options.region, actor_of(call)));
    const bool for_people = is_for_people(format_of(call));
    if (!for_people || !table.rows.empty() || types.rows.empty()) document.tables.push_back(std::move(table));
    if (!for_people || !types.rows.empty()) document.tables.push_back(std::move(types));
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--region REGION", "only groups and types of this region", options.region).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command waitlist_list() {
    return {"waitlist list", "lists the groups for which people wait, and the types before there is a group",
            "peergroup waitlist list --region kainuu", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
