#include "admission/enrol.hpp"

#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/referral_form.hpp"
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
    bool notify = false;
    std::string override_code;
    std::string referred_by;
    std::optional<calendar::Date> referred_on;
    std::optional<calendar::Date> interviewed_on;
    std::string decision;
    std::string decided_by;
    BatchFlags batch;
};

// What the flags tell of the way in; the same for everybody.
std::pair<std::string, std::string> way_of(const Options& options) {
    std::string header;
    std::string values;
    const auto add = [&](std::string_view column, const std::string& value) {
        if (value.empty()) return;
        header += fmt::format(",{}", column);
        values += fmt::format(",{}", value);
    };
    const auto iso = [](const std::optional<calendar::Date>& day) { return day ? day->iso() : std::string(); };
    add("referred_by", options.referred_by);
    add("referred_on", iso(options.referred_on));
    add("interviewed_on", iso(options.interviewed_on));
    add("decision", options.decision);
    add("decided_by", options.decided_by);
    return {header, values};
}

// Operands are a batch of their own: one path for one person and for a county.
documents::Sheet sheet_of(const Options& options) {
    const auto& [columns, way] = way_of(options);
    std::string rows = fmt::format("group,person{}\n", columns);
    for (const people::PersonCode& person : options.people)
        rows += fmt::format("{},{}{}\n", options.group->text(), person.text(), way);
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
                                          .notify = options.notify,
                                          .override_code = options.override_code};
    batches::BatchResult result = admission::enrol(database, catalogue, journal_of(call), manner, request);
    if (options.file.empty()) require_taken(call, result);
    using enum batches::RowStatus;
    std::vector<batches::RowStatus> statuses = {enrolled, waitlisted, unchanged};
    const bool may_refer = sheet.has("type") && !sheet.is_json_lines(); // which has every column that it could have
    if (may_refer || result.outcomes->count(referred) > 0) statuses.insert(statuses.begin(), referred);
    const ExitCode code = tell_batch(call, options.batch, {sheet, result, std::move(statuses), code_of_person});
    if (code == ExitCode::done) suggest(call, "peergroup session log GROUP SESSION --mark PERSON=P");
    return code;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[GROUP]", "the group, or the code of a pair", options.group)
        .operand("[PERSON...]", "people by their codes", options.people)
        .flag("--batch FILE", "a sheet of enrolments, CSV or JSON Lines; - for standard input", options.file)
        .flag("--again", "a membership that has ended may begin anew", options.again)
        .flag("--notify", "tells whoever gets a seat, as the rules of reminders say", options.notify)
        .choice("--override CODE", "enrol despite such a refusal; --reason says why", admission::overridable_reasons(),
                options.override_code)
        .choice("--referred-by PATH", "by whom the people were referred, such as social-worker", referral_path_words(),
                options.referred_by)
        .flag("--referred-on DATE", "on which day", options.referred_on)
        .flag("--interviewed-on DATE", "on which day they were interviewed", options.interviewed_on)
        .choice("--decision WHAT", "whether the group suits them", {"suitable", "deferred"}, options.decision)
        .flag("--decided-by CODE", "a facilitator's code or a worker's, such as F-0003", options.decided_by)
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
