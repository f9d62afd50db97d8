#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/trusted_files.hpp"
#include "cli/wording.hpp"
#include "documents/whole_file.hpp"
#include "vault/grants.hpp"

#include <map>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string public_file;
};

std::string_view standing_of(const vault::KeyGrant& grant, int newest) {
    if (grant.is_revoked()) return "revoked";
    return grant.version < newest ? "older" : "current";
}

// Which rings were given a key, as far as this store knows: what they have done with it, it does not.
documents::Table grant_table(Language language, const std::vector<vault::KeyGrant>& grants,
                             const std::map<std::string, int>& newest) {
    documents::Table table{"grants", "", {column(language, "region")}, {}};
    for (const char* const key : {"ring", "key_version", "standing", "granted_at", "revoked_at"})
        table.columns.push_back(column(language, key));
    for (const vault::KeyGrant& grant : grants) {
        const auto own = newest.find(grant.region);
        table.rows.push_back({{Cell::text(grant.region), Cell::text(grant.ring), Cell::of(grant.version),
                               coded(language, "grant", standing_of(grant, own == newest.end() ? 0 : own->second)),
                               Cell::text(grant.granted_at), Cell::text(grant.revoked_at)}});
    }
    return table;
}

std::vector<vault::KeyGrant> grants_of(const Call& call) {
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    return vault::Grants(transaction).all();
}

ExitCode run(const Options& options, const Call& call) {
    if (!options.public_file.empty()) require_outside_workspaces(options.public_file);
    const OpenedRing opened = open_ring(call);
    std::map<std::string, int> newest;
    for (const vault::HeldKey& key : opened.ring.held())
        newest[key.region] = std::max(newest[key.region], key.version);
    documents::Table table{"regions", "", {id_column(call.language, "region"), column(call.language, "key_version")}, {}};
    for (const auto& [region, version] : newest)
        table.rows.push_back({{Cell::text(region), Cell::of(version)}});
    std::vector<documents::Table> tables = {std::move(table)};
    const std::vector<vault::KeyGrant> grants = grants_of(call);
    if (!grants.empty() || !is_for_people(format_of(call))) tables.push_back(grant_table(call.language, grants, newest));
    if (!options.public_file.empty()) documents::write_whole_file(options.public_file, opened.ring.public_text());
    show(call, {"peergroup.vault/1",
                "",
                {fact(call.language, "keys", Cell::text(call.workspace.key_ring_file().string())),
                 fact(call.language, "ring", Cell::text(vault::fingerprint_of_ring(opened.ring.public_text()))),
                 fact(call.language, "under_passphrase", yes_or_no(call.language, opened.passphrase.has_value()))},
                std::move(tables),
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
