#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/person_form.hpp"
#include "cli/person_sheet.hpp"
#include "cli/wording.hpp"
#include "people/people_import.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::string from;
    std::string region;
    bool different_person = false;
};

documents::Document document_of(Language language, batches::RowOutcomes& outcomes) {
    documents::Table table{"people", "", {id_column(language, "person"), column(language, "outcome")}, {}};
    outcomes.for_each_taken([&](std::uint32_t, batches::RowStatus status, std::int64_t person) {
        table.rows.push_back(
            {{documents::Cell::text(code_of_person(person)), coded(language, "outcome", batches::code_of(status))}});
    });
    return {"peergroup.people-added/1", "", {}, {std::move(table)}, {}};
}

// Adding somebody is an import of one row: known people are found again, not doubled.
ExitCode run(const Options& options, const Call& call) {
    const std::string region = region_or_default(call, options.region);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& works_with = catalogue.region(region);
    store::Database database = open_store(call);
    documents::Sheet sheet = documents::Sheet::open(person_source(call, options.from), person_sheet_columns());
    const people::PeopleImport import{.sheet = sheet,
                                      .region = region,
                                      .identity_codes = {.today = today_in(call, works_with)},
                                      .different_person = options.different_person};
    const BatchFlags atomic;
    batches::BatchResult result = people::import_people(database, catalogue, journal_of(call), manner_of(call, atomic), import);
    using enum batches::RowStatus;
    if (result.ending != batches::Ending::applied)
        return tell_batch(call, atomic, {sheet, result, {created, unchanged}, code_of_person});
    show(call, document_of(call.language, *result.outcomes));
    suggest(call, "peergroup enrol GROUP PERSON");
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--from FILE", "the person's data, CSV or JSON Lines; - for standard input; at a terminal a form asks for it",
              options.from)
        .flag("--region REGION", "that works with the person; the workspace's own when left out", options.region)
        .flag("--different-person", "a near match has been looked at: it is somebody else", options.different_person)
        .can_be_rehearsed()
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_add() {
    return {"person add", "adds a person, whose data comes from a file or a form", "peergroup person add --from person.csv",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
