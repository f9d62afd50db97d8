#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/row_values.hpp"
#include "groups/group_register.hpp"
#include "language/problem.hpp"
#include "language/text.hpp"
#include "reports/weekly.hpp"
#include "reports/weekly_document.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

struct Options {
    std::string week;
    std::string as_of;
    std::vector<std::string> regions;
    std::string type;
    std::string group;
};

calendar::IsoWeek week_of(const Options& options, calendar::Date today) {
    if (options.week.empty()) return calendar::IsoWeek::of(today).previous();
    if (const auto week = calendar::IsoWeek::parse(options.week)) return *week;
    throw Problem(ProblemKind::usage, "no-week", fmt::format("\"{}\" is no week", language::printable(options.week)), "--week",
                  "a week is written 2026-W05, and not every year has a week 53");
}

std::optional<calendar::Instant> as_of(const Options& options) {
    if (options.as_of.empty()) return std::nullopt;
    if (const auto instant = calendar::Instant::parse(options.as_of)) return instant;
    throw Problem(ProblemKind::usage, "no-instant", fmt::format("\"{}\" is no instant", language::printable(options.as_of)),
                  "--as-of", "an instant is written 2026-02-02T08:00:00Z");
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    for (const std::string& region : options.regions)
        catalogue.region(region);
    if (!options.type.empty()) catalogue.type(options.type);
    const calendar::Date today = today_in(call, catalogue.region(region_or_default(call, "")));
    reports::WeeklyQuestion question{
        .week = week_of(options, today), .as_of = as_of(options), .regions = options.regions, .type = options.type};
    if (!options.group.empty()) question.group = group_code(options.group).text();
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    if (!options.group.empty()) groups::GroupRegister(transaction).require(group_code(options.group));
    const auto figures = reports::weekly_figures(transaction, question);
    show(call, reports::weekly_document(figures, question, catalogue, call.language));
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--week WEEK", "an ISO week, 2026-W05; the last complete one when left out", options.week)
        .flag("--as-of INSTANT", "what was known then", options.as_of)
        .flag("--region REGION", "only these regions", options.regions)
        .flag("--type TYPE", "only groups of this type", options.type)
        .flag("--group GROUP", "only this group, or this pair", options.group)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command report_weekly() {
    return {"report weekly", "shows a week by group, type and region", "peergroup report weekly --week 2026-W37 --lang fi",
            declare};
}

} // namespace peergroup::cli
