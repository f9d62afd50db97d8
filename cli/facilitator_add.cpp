#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/facilitator_document.hpp"
#include "cli/output.hpp"
#include "cli/person_form.hpp"
#include "cli/wording.hpp"
#include "facilitators/facilitator_import.hpp"
#include "facilitators/facilitator_sheet.hpp"

#include <array>

namespace peergroup::cli {

namespace {

constexpr std::array questions = {"family_name", "given_name", "reference",     "email",
                                  "phone",       "roles",      "qualification", "earned_on"};

struct Options {
    std::string from;
    std::string region;
};

documents::Document document_of(Language language, batches::RowOutcomes& outcomes) {
    documents::Table table{"facilitators", "", {id_column(language, "facilitator"), column(language, "outcome")}, {}};
    outcomes.for_each_taken([&](std::uint32_t, batches::RowStatus status, std::int64_t number) {
        table.rows.push_back(
            {{documents::Cell::text(code_of_facilitator(number)), coded(language, "outcome", batches::code_of(status))}});
    });
    return {"peergroup.facilitators-added/1", "", {}, {std::move(table)}, {}};
}

// As for people: an import of one row.
ExitCode run(const Options& options, const Call& call) {
    const std::string region = region_or_default(call, options.region);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const calendar::Date today = today_in(call, catalogue.region(region));
    store::Database database = open_store(call);
    documents::Sheet sheet =
        documents::Sheet::open(form_source(call, options.from, questions), facilitators::facilitator_columns());
    const BatchFlags atomic;
    batches::BatchResult result = facilitators::import_facilitators(
        database, catalogue, journal_of(call), manner_of(call, atomic), {.sheet = sheet, .region = region, .today = today});
    using enum batches::RowStatus;
    if (result.ending != batches::Ending::applied)
        return tell_batch(call, atomic, {sheet, result, {created, updated, unchanged}, code_of_facilitator});
    show(call, document_of(call.language, *result.outcomes));
    suggest(call, "peergroup group staff add GROUP FACILITATOR --role ROLE");
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--from FILE", "the facilitator's data, CSV or JSON Lines; - for standard input; at a terminal a form asks for it",
              options.from)
        .flag("--region REGION", "that works with the facilitator; the workspace's own when left out", options.region)
        .can_be_rehearsed()
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command facilitator_add() {
    return {"facilitator add", "adds a facilitator, whose data comes from a file or a form",
            "peergroup facilitator add --from facilitator.csv", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
