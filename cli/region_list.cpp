#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

ExitCode run(const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const Language language = call.language;
    documents::Table table{"regions", "", {id_column(language, "region"), column(language, "name")}, {}};
    for (const char* const key : {"code", "code_prefix", "kind", "languages", "valid_from", "valid_to"})
        table.columns.push_back(column(language, key));
    for (const std::string& id : catalogue.region_ids()) {
        const catalogue::Region& region = catalogue.region(id);
        table.rows.push_back({{Cell::text(region.id), Cell::text(region.names.in(language)), Cell::text(region.code),
                               Cell::text(region.code_prefix), coded(language, "region-kind", region.kind),
                               codes(region.languages), day(language, region.valid_from), day(language, region.valid_to)}});
    }
    show(call, {"peergroup.region-list/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    verb.runs(run);
}

} // namespace

Command region_list() {
    return {"region list", "lists the regions of the catalogue", "peergroup region list", declare, Access::open()};
}

} // namespace peergroup::cli
