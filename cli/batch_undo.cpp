#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/offer_document.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "stewardship/undo_batch.hpp"

#include <fmt/format.h>

#include <limits>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    Whole<1, std::numeric_limits<int>::max()> batch;
};

documents::Table obstacles_table(Language language, const std::vector<stewardship::Obstacle>& obstacles) {
    documents::Table table{"obstacles", "", {id_column(language, "person")}, {}};
    for (const char* const key : {"group", "obstacle", "batch"})
        table.columns.push_back(column(language, key));
    for (const stewardship::Obstacle& obstacle : obstacles)
        table.rows.push_back(
            {{Cell::text(obstacle.person.text()), Cell::text(obstacle.group), coded(language, "obstacle", obstacle.why),
              obstacle.batch == 0 ? Cell::empty() : Cell::of(obstacle.batch)}});
    return table;
}

documents::Document document_of(Language language, const stewardship::UndoneBatch& undone) {
    documents::Document document{"peergroup.batch-undo/1", "", {}, {}, {}};
    document.facts = {fact(language, "steps", Cell::of(undone.steps)), fact(language, "offers", Cell::of(undone.offers))};
    Cell::List erased;
    for (const people::PersonCode& person : undone.erased)
        erased.push_back(person.text());
    document.facts.push_back(fact(language, "erased", Cell::list(std::move(erased))));
    document.tables.push_back(obstacles_table(language, undone.obstacles));
    return document;
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const stewardship::BatchUndo undo{.batch = options.batch.value.value(),
                                      .today = today_in(call, catalogue.region(region_or_default(call, ""))),
                                      .rehearsed = call.flags.dry_run};
    const stewardship::UndoneBatch undone = stewardship::undo_batch(database, catalogue, journal_of(call), undo);
    documents::Document document = document_of(call.language, undone);
    if (!undone.settled.empty() || !is_for_people(format_of(call)))
        document.tables.push_back(settled_table(call.language, database, undone.settled));
    if (is_for_people(format_of(call)) && !undone.obstacles.empty()) document.facts.clear();
    if (is_for_people(format_of(call))) {
        std::erase_if(document.facts, [](const documents::Fact& fact) { return fact.value.is_empty(); });
        std::erase_if(document.tables, [](const documents::Table& table) { return table.rows.empty(); });
    }
    show(call, document);
    if (undone.obstacles.empty()) return ExitCode::done;
    throw Problem(ProblemKind::refused, "batch-built-on",
                  fmt::format("batch {} is not taken back: {} things were built on it", undo.batch, undone.obstacles.size()), "",
                  "take back what came later first; nothing was changed");
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("BATCH", "its number, as `batch list` shows it", options.batch).can_be_rehearsed().runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command batch_undo() {
    return {"batch undo", "takes back exactly what one command did to memberships, offers and new people",
            "peergroup batch undo 12 --dry-run", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
