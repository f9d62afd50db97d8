#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/person_sheet.hpp"
#include "people/people_import.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::string file;
    std::string region;
    std::string on_difference = "reject";
    bool different_person = false;
    BatchFlags batch;
};

ExitCode run(const Options& options, const Call& call) {
    const std::string region = region_or_default(call, options.region);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const batches::Manner manner = manner_of(call, options.batch);
    documents::Sheet sheet = open_sheet(call, options.file, person_sheet_columns());
    tell(call, sheet.name() + ": " + sheet.assumption());
    store::Database database = open_store(call);
    const people::PeopleImport import{.sheet = sheet,
                                      .region = region,
                                      .identity_codes = {.today = today_in(call, catalogue.region(region))},
                                      .on_difference = people::parse_on_difference(options.on_difference).value(),
                                      .different_person = options.different_person};
    batches::BatchResult result = people::import_people(database, catalogue, journal_of(call), manner, import);
    using enum batches::RowStatus;
    const ExitCode code = tell_batch(call, options.batch, {sheet, result, {created, updated, unchanged}, [](std::int64_t person) {
                                                               return people::PersonCode(person).text();
                                                           }});
    if (code == ExitCode::done) suggest(call, "peergroup enrol GROUP PERSON...");
    return code;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("FILE", "a sheet of people, CSV or JSON Lines; - for standard input", options.file)
        .flag("--region REGION", "that works with them; the workspace's own when left out", options.region)
        .choice("--on-difference WHAT", "where told values differ from stored ones: reject, keep or update",
                {"reject", "keep", "update"}, options.on_difference)
        .flag("--different-person", "near matches have been looked at: they are somebody else", options.different_person);
    declare_batch_flags(verb, options.batch);
    verb.runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_import() {
    return {"person import", "takes people from a sheet, or joins its rows to those who are known",
            "peergroup person import people.csv", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
