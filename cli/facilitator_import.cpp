#include "facilitators/facilitator_import.hpp"

#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/facilitator_document.hpp"
#include "cli/output.hpp"
#include "facilitators/facilitator_sheet.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::string file;
    std::string region;
    std::string on_difference = "reject";
    BatchFlags batch;
};

ExitCode run(const Options& options, const Call& call) {
    const std::string region = region_or_default(call, options.region);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const batches::Manner manner = manner_of(call, options.batch);
    documents::Sheet sheet = open_sheet(call, options.file, facilitators::facilitator_columns());
    tell(call, sheet.name() + ": " + sheet.assumption());
    store::Database database = open_store(call);
    const facilitators::FacilitatorImport import{.sheet = sheet,
                                                 .region = region,
                                                 .today = today_in(call, catalogue.region(region)),
                                                 .on_difference = people::parse_on_difference(options.on_difference).value()};
    batches::BatchResult result = facilitators::import_facilitators(database, catalogue, journal_of(call), manner, import);
    using enum batches::RowStatus;
    const ExitCode code = tell_batch(call, options.batch, {sheet, result, {created, updated, unchanged}, code_of_facilitator});
    if (code == ExitCode::done) suggest(call, "peergroup group staff add GROUP FACILITATOR --role ROLE");
    return code;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("FILE", "a sheet of facilitators, CSV or JSON Lines; - for standard input", options.file)
        .flag("--region REGION", "that works with them; the workspace's own when left out", options.region)
        .choice("--on-difference WHAT", "where told values differ from stored ones: reject, keep or update",
                {"reject", "keep", "update"}, options.on_difference);
    declare_batch_flags(verb, options.batch);
    verb.runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command facilitator_import() {
    return {"facilitator import", "takes facilitators from a sheet, or joins its rows to those who are known",
            "peergroup facilitator import facilitators.csv", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
