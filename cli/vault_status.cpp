#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "documents/whole_file.hpp"

#include <map>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string public_file;
};

ExitCode run(const Options& options, const Call& call) {
    const OpenedRing opened = open_ring(call);
    std::map<std::string, int> newest;
    for (const vault::HeldKey& key : opened.ring.held())
        newest[key.region] = std::max(newest[key.region], key.version);
    documents::Table table{"regions", "", {id_column(call.language, "region"), column(call.language, "key_version")}, {}};
    for (const auto& [region, version] : newest)
        table.rows.push_back({{Cell::text(region), Cell::of(version)}});
    if (!options.public_file.empty()) documents::write_whole_file(options.public_file, opened.ring.public_text());
    show(call, {"peergroup.vault/1",
                "",
                {fact(call.language, "keys", Cell::text(call.workspace.key_ring_file().string())),
                 fact(call.language, "under_passphrase", yes_or_no(call.language, opened.passphrase.has_value()))},
                {std::move(table)},
                {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--public FILE", "writes there what others need to seal a key to this ring", options.public_file)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command vault_status() {
    return {"vault status", "shows which regions' keys the ring holds", "peergroup vault status --public kainuu.ring", declare,
            Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
