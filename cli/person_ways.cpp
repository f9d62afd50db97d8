#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "referrals/filed_ways.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::optional<people::PersonCode> person;
};

documents::Table steps_table(const Call& call, const std::vector<referrals::FiledWayStep>& steps) {
    const Language language = call.language;
    documents::Table table{"steps", "", {}, {}};
    for (const char* const key : {"group", "type", "region", "effective_on", "step", "referred_by", "decided_by", "reason"})
        table.columns.push_back(column(language, key));
    if (call.flags.identify)
        for (const char* const key : {"note", "offered_instead"})
            table.columns.push_back(column(language, key));
    else
        table.columns.push_back(column(language, "written"));
    for (const referrals::FiledWayStep& step : steps) {
        documents::Row row{{Cell::text(step.group), Cell::text(step.type), Cell::text(step.region),
                            day(language, step.effective_on), coded(language, "referral", step.step),
                            coded(language, "referral-path", step.referred_by), Cell::text(step.decided_by),
                            coded(language, step.step == "withdrawn" ? "leaving" : "decision-reason", step.reason)}};
        if (call.flags.identify) {
            row.cells.push_back(Cell::text(step.note));
            row.cells.push_back(Cell::text(step.offered_instead));
        } else {
            row.cells.push_back(yes_or_no(language, step.written));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    const std::vector<referrals::FiledWayStep> steps =
        referrals::show_ways(database, journal_of(call), {*options.person, call.flags.identify});
    show(call, {"peergroup.person-ways/1", "", {}, {steps_table(call, steps)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code; --identify shows what was written about interviews and decisions", options.person)
        .can_identify()
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_ways() {
    return {"person ways", "shows a person's referrals, interviews and decisions",
            "peergroup person ways P-0007 --identify --reason client-relation", declare,
            Access::roles(Scope::group, {vault::Role::coordinator, vault::Role::facilitator})};
}

} // namespace peergroup::cli
