#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/facilitator_document.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<facilitators::FacilitatorCode> facilitator;
    std::string code;
    std::optional<calendar::Date> earned;
    std::optional<calendar::Date> expires;
    bool revoke = false;
};

ExitCode run(const Options& options, const Call& call) {
    if (options.revoke == options.earned.has_value() || (options.revoke && options.expires))
        throw Problem(ProblemKind::usage, "qualify-what", "it is either earned on a day or revoked",
                      "peergroup facilitator qualify", "--earned DATE, with --expires DATE where it does not last, or --revoke");
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    facilitators::QualificationStatement statement{
        .facilitator = *options.facilitator, .code = options.code, .earned_on = options.earned, .expires_on = options.expires};
    if (options.revoke) statement.revoked_on = effective_day(call, catalogue.region(region_or_default(call, "")));
    facilitators::qualify(database, catalogue, journal_of(call), statement);
    show_facilitator(call, database, *options.facilitator);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("FACILITATOR", "by code", options.facilitator)
        .operand("CODE", "a qualification that a type of group asks for, or that completing one earns", options.code)
        .flag("--earned DATE", "the first day on which it is held", options.earned)
        .flag("--expires DATE", "the last day", options.expires)
        .flag("--revoke", "it is not held any more from --on, or today, on", options.revoke)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command facilitator_qualify() {
    return {"facilitator qualify", "records what a facilitator has earned, or that it is revoked",
            "peergroup facilitator qualify F-0003 voikukkia-peer --earned 2026-05-30", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
