#include "admission/step_history.hpp"
#include "cli/batch_document.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "groups/group_register.hpp"
#include "stewardship/batch_log.hpp"

#include <limits>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    Whole<1, std::numeric_limits<int>::max()> batch;
};

documents::Table steps_table(Language language, store::Transaction& transaction, std::int64_t batch) {
    documents::Table table{"steps", "", {id_column(language, "person")}, {}};
    for (const char* const key : {"group", "step", "on", "reason"})
        table.columns.push_back(column(language, key));
    groups::GroupRegister groups(transaction);
    std::vector<admission::RecordedStep> steps = admission::StepHistory(transaction).of_batch(batch);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        table.rows.push_back({{Cell::text(code_of_person(step->person)), Cell::text(groups.find(step->group).value().code.text()),
                               coded(language, "membership", step->kind), day(language, step->effective_on),
                               coded(language, "leaving", step->reason)}});
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    stewardship::BatchLog log(transaction);
    documents::Table batches = batch_table(call.language);
    const std::int64_t number = options.batch.value.value();
    batches.rows.push_back(row_of(log.require(number, actor_of(call))));
    Cell::List created;
    for (const people::PersonCode& person : log.people_created_by(number))
        created.push_back(person.text());
    documents::Document document{
        "peergroup.batch/1", "", facts_of(batches), {steps_table(call.language, transaction, number)}, {}};
    document.facts.push_back(fact(call.language, "created", Cell::list(std::move(created))));
    if (is_for_people(format_of(call))) {
        std::erase_if(document.facts, [](const documents::Fact& fact) { return fact.value.is_empty(); });
        if (document.tables.front().rows.empty()) document.tables.clear();
    }
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("BATCH", "its number, as `batch list` shows it", options.batch).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command batch_show() {
    return {"batch show", "shows what one command did to memberships, and whom it created", "peergroup batch show 12", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
