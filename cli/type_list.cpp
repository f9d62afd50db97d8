#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

#include <algorithm>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string region;
};

bool runs_in(const catalogue::GroupType& type, const std::string& region) {
    return region.empty() || type.regions.empty() || std::ranges::find(type.regions, region) != type.regions.end();
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    if (!options.region.empty()) catalogue.region(options.region);
    documents::Table table{"types", "", {id_column(call.language, "type")}, {}};
    for (const char* const key : {"name", "code_prefix", "regions"})
        table.columns.push_back(column(call.language, key));
    for (const char* const key : {"sessions", "interval_days"})
        table.columns.push_back(number_column(call.language, key));
    for (const std::string& id : catalogue.type_ids()) {
        const catalogue::GroupType& type = catalogue.type(id);
        if (!runs_in(type, options.region)) continue;
        table.rows.push_back({{Cell::text(type.id), Cell::text(type.names.in(call.language)), Cell::text(type.code_prefix),
                               codes(type.regions), number(type.sessions), number(type.interval_days)}});
    }
    show(call, {"peergroup.type-list/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--region REGION", "only types that this region runs", options.region).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command type_list() {
    return {"type list", "lists the types of group that the catalogue offers", "peergroup type list --region helsinki", declare,
            Access::open()};
}

} // namespace peergroup::cli
