#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/facilitator_document.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/collation.hpp"

#include <algorithm>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string region;
};

// By name, the way the organisation sorts people.
void add_names(documents::Table& table, const std::vector<people::IdentityRecord>& records, const Call& call,
               const language::Collation& order) {
    table.columns.push_back(column(call.language, "family_name"));
    table.columns.push_back(column(call.language, "given_name"));
    std::vector<std::pair<std::string, documents::Row>> named;
    for (std::size_t index = 0; index < records.size(); ++index) {
        const people::IdentityRecord& record = records[index];
        documents::Row row = std::move(table.rows[index]);
        row.cells.push_back(Cell::text(record.family_name));
        row.cells.push_back(Cell::text(record.given_name));
        named.emplace_back(order.sort_key(record.family_name + "\n" + record.given_name), std::move(row));
    }
    std::ranges::stable_sort(named, {}, &std::pair<std::string, documents::Row>::first);
    for (std::size_t index = 0; index < named.size(); ++index)
        table.rows[index] = std::move(named[index].second);
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    if (!options.region.empty()) catalogue.region(options.region);
    store::Database database = open_store(call);
    const vault::Journal journal = journal_of(call);
    store::Transaction transaction = call.flags.identify ? database.write() : database.read();
    const std::vector<facilitators::FacilitatorView> views =
        facilitators::list_facilitators(transaction, journal.keys(), options.region, journal.actor());
    const calendar::Date on = effective_day(call, catalogue.region(region_or_default(call, options.region)));
    documents::Table table = facilitator_table(call.language, views, on);
    if (call.flags.identify) {
        std::vector<facilitators::Facilitator> shown;
        for (const facilitators::FacilitatorView& view : views)
            shown.push_back(view.facilitator);
        add_names(table, facilitators::reveal(transaction, journal, shown), call,
                  language::Collation(catalogue.organisation().collation));
        transaction.commit();
    }
    show(call, {"peergroup.facilitator-list/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--region REGION", "only those whom this region works with", options.region)
        .can_identify()
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command facilitator_list() {
    return {"facilitator list", "lists facilitators by code, with the qualifications that are valid",
            "peergroup facilitator list --on 2026-09-01", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
