#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "vault/journal_check.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string chain;
    std::string actor;
    std::string from;
    std::string to;
    Whole<1, 1'000'000> limit;
};

documents::Row row_of(const vault::JournalEntry& entry) {
    return {{Cell::text(std::to_string(entry.id)), Cell::text(entry.recorded_at), Cell::text(entry.actor), Cell::text(entry.role),
             Cell::text(entry.verb), Cell::text(entry.objects), Cell::text(entry.counts), Cell::text(entry.ground),
             Cell::text(entry.recipient), Cell::text(entry.stated_on), Cell::text(entry.stated_now), Cell::text(entry.chain)}};
}

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    const vault::Journal journal = journal_of(call);
    store::Transaction transaction = database.write(); // looking into the record is on the record
    const auto entries = vault::list_journal(
        transaction, {options.chain, options.actor, options.from, options.to, options.limit.value.value_or(0)});
    documents::Table table{"entries", "", {id_column(call.language, "entry")}, {}};
    for (const char* const key :
         {"recorded_at", "actor", "role", "verb", "objects", "counts", "ground", "recipient", "stated_on", "stated_now", "chain"})
        table.columns.push_back(column(call.language, key));
    for (const vault::JournalEntry& entry : entries)
        table.rows.push_back(row_of(entry));
    journal.record_read(transaction, {"journal", fmt::format("entries={}", entries.size())});
    transaction.commit();
    show(call, {"peergroup.journal/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--chain CHAIN", "only one chain: a region, workspace or reads", options.chain)
        .flag("--actor NAME", "only what this actor did", options.actor)
        .flag("--from INSTANT", "recorded then or later; a day will do", options.from)
        .flag("--to INSTANT", "recorded before", options.to)
        .flag("--limit NUMBER", "only the newest so many", options.limit)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command journal_list() {
    return {"journal list", "lists who did and saw what, and when", "peergroup journal list --from 2026-09-01 --actor maija",
            declare, Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
