#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "people/duplicates.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string region;
};

ExitCode run(const Options& options, const Call& call) {
    if (!options.region.empty()) open_catalogue(call).region(options.region);
    store::Database database = open_store(call);
    store::Transaction transaction = database.write(); // that names were compared is on record
    documents::Table table{"pairs", "", {id_column(call.language, "person"), column(call.language, "other")}, {}};
    table.columns.push_back(column(call.language, "why"));
    for (const people::DuplicatePair& pair : people::find_duplicates(transaction, journal_of(call), options.region))
        table.rows.push_back(
            {{Cell::text(pair.one.text()), Cell::text(pair.other.text()), coded(call.language, "duplicate", pair.why)}});
    transaction.commit();
    const bool found = !table.rows.empty();
    show(call, {"peergroup.person-duplicates/1", "", {}, {std::move(table)}, {}});
    if (found) suggest(call, "peergroup person merge PERSON --into OTHER");
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--region REGION", "only those whom this region works with", options.region).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command person_duplicates() {
    return {"person duplicates", "lists pairs of people who may be one", "peergroup person duplicates", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
