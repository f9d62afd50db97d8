#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::string file;
    bool remove = false;
};

vault::SecretBytes new_passphrase(const Call& call, const std::string& file) {
    const auto ask = [&](const char* question) { return read_passphrase(call, file, language::say(call.language, question)); };
    std::optional<vault::SecretBytes> first = ask("vault.ask-new-passphrase");
    if (!first)
        throw Problem(ProblemKind::usage, "no-passphrase", "no new passphrase is given", "--new-passphrase-file",
                      "name a file that holds it, or sit at a terminal");
    if (first->size() == 0) throw Problem(ProblemKind::usage, "no-passphrase", "the new passphrase is empty");
    if (!file.empty()) return std::move(*first);
    const std::optional<vault::SecretBytes> second = ask("vault.ask-again");
    if (!second || second->view() != first->view())
        throw Problem(ProblemKind::usage, "no-passphrase", "the two passphrases differ");
    return std::move(*first);
}

ExitCode run(const Options& options, const Call& call) {
    OpenedRing opened = open_ring(call);
    std::optional<vault::SecretBytes> passphrase;
    if (!options.remove) passphrase = new_passphrase(call, options.file);
    store::Database database = open_store(call);
    store::Transaction transaction = database.write();
    journal_of(call).record(transaction, "key-ring", options.remove ? "passphrase=0" : "passphrase=1");
    save_ring(call.workspace.key_ring_file(), opened.ring, passphrase);
    transaction.commit();
    tell(call, language::say(call.language, options.remove ? "vault.passphrase-removed" : "vault.passphrase-set"));
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--new-passphrase-file FILE", "where the new passphrase stands, such as /dev/fd/4", options.file)
        .flag("--remove", "keep the ring in the clear again", options.remove)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command vault_passphrase() {
    return {"vault passphrase", "puts the key ring under a passphrase, or another one", "peergroup vault passphrase", declare,
            Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
