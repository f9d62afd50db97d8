#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "vault/journal_check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string expect;
};

std::optional<vault::JournalHead> expected_head(const std::string& text) {
    if (text.empty()) return std::nullopt;
    auto head = vault::JournalHead::parse(text);
    if (!head)
        throw Problem(ProblemKind::usage, "no-head", fmt::format("\"{}\" is no head of a journal", text), "--expect",
                      "see `peergroup journal head`");
    return head;
}

documents::Table table_of(Language language, const std::vector<vault::JournalFinding>& findings) {
    documents::Table table{"findings", "", {}, {}};
    for (const char* const key : {"code", "chain", "entry", "message"})
        table.columns.push_back(column(language, key));
    for (const vault::JournalFinding& finding : findings)
        table.rows.push_back({{Cell::text(finding.code), Cell::text(finding.chain), Cell::of(finding.entry),
                               Cell::text(language::say(language, "journal." + finding.code))}});
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    const std::optional<vault::JournalHead> expected = expected_head(options.expect);
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    const std::vector<vault::JournalFinding> findings = vault::check_journal(transaction, *keys_of(call), expected);
    // A chain whose key is with another office is no fault; it is said, and the others count.
    const auto faults =
        std::ranges::count_if(findings, [](const vault::JournalFinding& finding) { return finding.code != "key-missing"; });
    documents::Document document{
        "peergroup.journal-check/1",
        "",
        {fact(call.language, "sound", yes_or_no(call.language, faults == 0)),
         fact(call.language, "changes",
              Cell::text(vault::JournalHead::of(transaction, vault::JournalHead::Kind::changes).text())),
         fact(call.language, "reads", Cell::text(vault::JournalHead::of(transaction, vault::JournalHead::Kind::reads).text()))},
        {table_of(call.language, findings)},
        {}};
    if (is_for_people(format_of(call)) && findings.empty()) document.tables.clear();
    show(call, document);
    if (faults == 0) return ExitCode::done;
    throw Problem(ProblemKind::integrity, "journal-broken",
                  fmt::format("the journal has {} {}", faults, faults == 1 ? "fault" : "faults"), "",
                  "keep the store as it is, and compare it with its backups");
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--expect HEAD", "a head that was kept: everything until then has to be there", options.expect)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command journal_verify() {
    return {"journal verify", "looks for entries that were changed, taken out or put in",
            "peergroup journal verify --expect changes-41-0123456789abcdef0123456789abcdef", declare,
            Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
