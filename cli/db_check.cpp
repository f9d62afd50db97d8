#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/exit_codes.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "stewardship/integrity.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using documents::Cell;

documents::Table table_of(Language language, const std::vector<store::Contradiction>& found) {
    documents::Table table{"findings", "", {id_column(language, "check")}, {}};
    for (const char* const key : {"object", "person", "detail", "message"})
        table.columns.push_back(column(language, key));
    for (const store::Contradiction& one : found)
        table.rows.push_back({{Cell::text(one.code), Cell::text(one.object), Cell::text(code_of_person(one.person.value_or(0))),
                               Cell::text(one.detail), Cell::text(language::say(language, "finding." + one.code))}});
    return table;
}

// A store whose ring is lost is still to be checked, as far as that goes without keys.
std::shared_ptr<const vault::KeyRing> ring_if_any(const Call& call) {
    try {
        return keys_of(call);
    } catch (const Problem& problem) {
        print_problem(call.surroundings.err, problem, !is_for_people(format_of(call)));
        return nullptr;
    }
}

ExitCode run(const Call& call) {
    const std::string store = require_store(call);
    const std::vector<store::Contradiction> found = stewardship::check_store({store}, patience, ring_if_any(call).get());
    documents::Document document{
        "peergroup.db-check/1",
        "",
        {fact(call.language, "store", Cell::text(store)), fact(call.language, "sound", yes_or_no(call.language, found.empty()))},
        {table_of(call.language, found)},
        {}};
    if (is_for_people(format_of(call))) {
        if (found.empty()) document.tables.clear();
        for (documents::Table& table : document.tables)
            drop_blank_columns(table);
    }
    show(call, document);
    if (found.empty()) return ExitCode::done;
    throw Problem(ProblemKind::integrity, "store-unsound",
                  fmt::format("has {} {}", found.size(), found.size() == 1 ? "contradiction" : "contradictions"), store,
                  "leave the file alone, and restore a backup from before");
}

void declare(Verb& verb) {
    verb.runs(run);
}

} // namespace

Command db_check() {
    return {"db check", "looks for damage, orphans, and whatever its history does not give", "peergroup db check", declare,
            Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
