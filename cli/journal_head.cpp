#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "vault/journal_check.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;
using vault::JournalHead;

ExitCode run(const Call& call) {
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    const auto head = [&](JournalHead::Kind kind) { return Cell::text(JournalHead::of(transaction, kind).text()); };
    show(call, {"peergroup.journal-head/1",
                "",
                {fact(call.language, "changes", head(JournalHead::Kind::changes)),
                 fact(call.language, "reads", head(JournalHead::Kind::reads))},
                {},
                {}});
    suggest(call, "peergroup journal verify --expect HEAD");
    return ExitCode::done;
}

void declare(Verb& verb) {
    verb.runs(run);
}

} // namespace

Command journal_head() {
    return {"journal head", "prints the heads of the journal, to be kept elsewhere", "peergroup journal head", declare,
            Access::roles(Scope::workspace, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
