#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "stewardship/rotation.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;
using language::say;

struct Options {
    stewardship::GrantChoice choice;
};

// Asked before a new key is made, which stays in the ring whatever follows.
void require_grants(const stewardship::GrantChoice& choice, store::Database& database) {
    store::Transaction transaction = database.read();
    vault::Grants(transaction).require(choice.region, choice.ring);
}

// The ring first: what is sealed with a key that is not on disk would be lost with the process.
ExitCode run(const Options& options, const Call& call) {
    open_catalogue(call).region(options.choice.region);
    store::Database database = open_store(call);
    require_grants(options.choice, database);
    OpenedRing opened = open_ring(call);
    opened.ring.renew(options.choice.region, call.surroundings.entropy);
    save_ring(call.workspace.key_ring_file(), opened.ring, opened.passphrase);
    call.keys = std::make_shared<const vault::KeyRing>(std::move(opened.ring));
    const stewardship::Revocation done = stewardship::revoke_grants(database, journal_of(call), options.choice);
    std::vector<std::string> notes = {say(call.language, "vault.revoked-reads-still"),
                                      say(call.language, "vault.copy-ring-again")};
    if (!done.rotation.to_grant.empty()) notes.push_back(say(call.language, "vault.grant-again"));
    documents::Document document{"peergroup.vault-revocation/1",
                                 "",
                                 {fact(call.language, "region", Cell::text(options.choice.region)),
                                  fact(call.language, "key_version", Cell::of(done.rotation.version)),
                                  fact(call.language, "people", Cell::of(done.rotation.people)),
                                  fact(call.language, "session_notes", Cell::of(done.rotation.notes)),
                                  fact(call.language, "revoked", codes(vault::rings_of(done.revoked))),
                                  fact(call.language, "to_be_granted", codes(vault::rings_of(done.rotation.to_grant)))},
                                 {},
                                 std::move(notes)};
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("REGION", "whose key was granted", options.choice.region)
        .flag("--ring FINGERPRINT", "only the grant to this ring, as `vault status` names it", options.choice.ring)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command vault_revoke() {
    return {"vault revoke", "makes a region's key anew, so that rings which were granted it get nothing newer",
            "peergroup vault revoke kainuu", declare, Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
