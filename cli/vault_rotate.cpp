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

struct Options {
    std::string region;
};

// The ring first: what is sealed with a key that is not on disk would be lost with the process.
ExitCode run(const Options& options, const Call& call) {
    open_catalogue(call).region(options.region);
    store::Database database = open_store(call);
    OpenedRing opened = open_ring(call);
    opened.ring.renew(options.region, call.surroundings.entropy);
    save_ring(call.workspace.key_ring_file(), opened.ring, opened.passphrase);
    call.keys = std::make_shared<const vault::KeyRing>(std::move(opened.ring));
    const stewardship::Rotation done = stewardship::rotate_region(database, journal_of(call), options.region);
    std::vector<std::string> notes = {language::say(call.language, "vault.copy-ring-again")};
    if (!done.to_grant.empty()) notes.push_back(language::say(call.language, "vault.grant-newer"));
    documents::Document document{
        "peergroup.vault-rotation/1",
        "",
        {fact(call.language, "region", Cell::text(options.region)), fact(call.language, "key_version", Cell::of(done.version)),
         fact(call.language, "people", Cell::of(done.people)), fact(call.language, "session_notes", Cell::of(done.notes)),
         fact(call.language, "facilitators", Cell::of(done.facilitators)),
         fact(call.language, "to_be_granted", codes(vault::rings_of(done.to_grant)))},
        {},
        std::move(notes)};
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("REGION", "whose key is made anew", options.region).runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command vault_rotate() {
    return {"vault rotate", "makes a region's key anew and seals its people with it", "peergroup vault rotate kainuu", declare,
            Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
