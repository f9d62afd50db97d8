#include "admission/enrol.hpp"

#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<groups::GroupCode> group;
    std::vector<people::PersonCode> people;
    std::string file;
    std::string on_difference = "reject";
    bool different_person = false;
    bool again = false;
    std::string override_code;
    BatchFlags batch;
};

// Operands are a batch of their own: one path for one person and for a county.
documents::Sheet sheet_of(const Options& options) {
    std::string rows = "group,person\n";
    for (const people::PersonCode& person : options.people)
        rows += fmt::format("{},{}\n", options.group->text(), person.text());
    return documents::Sheet::open(documents::TextSource::memory("operands", std::move(rows)), admission::enrolment_columns());
}

documents::Sheet sheet_of(const Options& options, const Call& call) {
    if (options.file.empty() ? options.people.empty() : options.group.has_value())
        throw Problem(ProblemKind::usage, "enrol-whom", "either a group and people, or a file is needed", "peergroup enrol",
                      "peergroup enrol GROUP PERSON..., or peergroup enrol --batch FILE");
    return options.file.empty() ? sheet_of(options) : open_sheet(call, options.file, admission::enrolment_columns());
}

ExitCode run(const Options& options, const Call& call) {
    if (!options.override_code.empty() && call.flags.reason.empty())
        throw Problem(ProblemKind::usage, "flag-missing", "--reason is missing", "peergroup enrol --override",
                      "say with --reason CODE why it does not count this time");
    const batches::Manner manner = manner_of(call, options.batch);
    documents::Sheet sheet = sheet_of(options, call);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, ""));
    if (!options.file.empty()) tell(call, sheet.name() + ": " + sheet.assumption());
    store::Database database = open_store(call);
    const admission::EnrolRequest request{.sheet = sheet,
                                          .on = effective_day(call, region),
                                          .identity_codes = {.today = today_in(call, region)},
                                          .on_difference = people::parse_on_difference(options.on_difference).value(),
                                          .different_person = options.different_person,
                                          .again = options.again,
                                          .override_code = options.override_code};
    batches::BatchResult result = admission::enrol(database, catalogue, journal_of(call), manner, request);
    if (options.file.empty()) require_taken(call, result);
    using enum batches::RowStatus;
    const ExitCode code = tell_batch(call, options.batch, {sheet, result, {enrolled, waitlisted, unchanged}, code_of_person});
    if (code == ExitCode::done) suggest(call, "peergroup session log GROUP SESSION --mark PERSON=P");
    return code;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[GROUP]", "the group, or the code of a pair", options.group)
        .operand("[PERSON...]", "people by their codes", options.people)
        .flag("--batch FILE", "a sheet of enrolments, CSV or JSON Lines; - for standard input", options.file)
        .flag("--again", "a membership that has ended may begin anew", options.again)
        .choice("--override CODE",
                "enrol despite fact-unknown, not-completed, not-eligible.age or not-placeable.restricted; --reason says why",
                admission::overridable_reasons(), options.override_code)
        .choice("--on-difference WHAT", "where told values differ from stored ones: reject, keep or update",
                {"reject", "keep", "update"}, options.on_difference)
        .flag("--different-person", "near matches have been looked at: they are somebody else", options.different_person);
    declare_batch_flags(verb, options.batch);
    verb.runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command enrol() {
    return {"enrol", "takes people into groups, or puts them on the waiting list",
            "peergroup enrol MLL-KAI-2026-01 P-0001 P-0002", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
