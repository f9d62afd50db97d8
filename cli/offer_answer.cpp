#include "admission/offer_rows.hpp"
#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/offer_document.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using admission::OfferVerb;

struct Options {
    std::optional<groups::GroupCode> group;
    std::vector<people::PersonCode> people;
    std::string override_code;
    std::string file;
    BatchFlags batch;
};

// A type may give seats without asking.
std::vector<batches::RowStatus> statuses_of(OfferVerb verb) {
    using enum batches::RowStatus;
    if (verb == OfferVerb::make) return {offered, enrolled, unchanged};
    return {verb == OfferVerb::accept ? enrolled : declined, unchanged};
}

ExitCode run_sheet(const Options& options, OfferVerb verb, const Call& call) {
    const batches::Manner manner = manner_of(call, options.batch);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, ""));
    documents::Sheet sheet = open_sheet(call, options.file, admission::place_columns());
    tell(call, sheet.name() + ": " + sheet.assumption());
    store::Database database = open_store(call);
    admission::AnsweredRows answered = admission::answer_offer_rows(database, catalogue, journal_of(call), manner,
                                                                    {.sheet = sheet,
                                                                     .verb = verb,
                                                                     .on = effective_day(call, region),
                                                                     .today = today_in(call, region),
                                                                     .override_code = options.override_code});
    return tell_batch(
        call, options.batch,
        {sheet, answered.result, statuses_of(verb), code_of_person, {settled_table(call.language, database, answered.settled)}});
}

ExitCode run(const Options& options, OfferVerb verb, const Call& call) {
    const bool named = options.group && (verb == OfferVerb::make || !options.people.empty());
    if (options.file.empty() ? !named : options.group.has_value())
        throw Problem(ProblemKind::usage, "answer-whom", "either a group and people, or a file is needed",
                      "peergroup " + call.verb,
                      fmt::format("peergroup {0} GROUP PERSON..., or peergroup {0} --batch FILE", call.verb));
    if (!options.override_code.empty() && call.flags.reason.empty())
        throw Problem(ProblemKind::usage, "flag-missing", "--reason is missing", "peergroup " + call.verb + " --override",
                      "say with --reason CODE why it does not count this time");
    if (!options.file.empty()) return run_sheet(options, verb, call);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const catalogue::Region& region = catalogue.region(look_up_group(call, database, *options.group).region);
    const admission::Settled settled = admission::answer_offers(database, catalogue, journal_of(call),
                                                                {.verb = verb,
                                                                 .group = *options.group,
                                                                 .people = options.people,
                                                                 .override_code = options.override_code,
                                                                 .on = effective_day(call, region),
                                                                 .today = today_in(call, region)});
    documents::Document document{"peergroup.offers-answered/1", "", {}, {settled_table(call.language, database, settled)}, {}};
    tell_beside(call, document, sentences_of(call.language, settled.remarks));
    show(call, document);
    return ExitCode::done;
}

template <OfferVerb offer_verb> void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    if (offer_verb == OfferVerb::make)
        verb.choice("--override CODE", "what stands against the people named and does not count this time; --reason says why",
                    {"no-linked-adult", "not-placeable.restricted", "facilitator-of-group", "facilitator-related", "keep-apart",
                     "family-in-group"},
                    options.override_code);
    if (offer_verb == OfferVerb::accept)
        verb.choice("--override CODE", "make members despite such a refusal; --reason says why", admission::overridable_reasons(),
                    options.override_code);
    const bool makes = offer_verb == OfferVerb::make;
    verb.operand("[GROUP]", "the group, or the code of a pair", options.group)
        .operand("[PERSON...]",
                 makes ? "who comes before the others, each with the family that waits too; without any, those whose turn it is"
                       : "by code; who was offered a seat together is meant together",
                 options.people)
        .flag("--batch FILE",
              fmt::format("a sheet of {}, CSV or JSON Lines; - for standard input", makes ? "who is offered a seat" : "answers"),
              options.file);
    declare_batch_flags(verb, options.batch);
    verb.runs([&options](Call& call) { return run(options, offer_verb, call); });
}

Access for_coordinators() {
    return Access::roles(Scope::region, {vault::Role::coordinator});
}

} // namespace

Command offer_make() {
    return {"offer make", "offers free seats to those who wait, or to the people named", "peergroup offer make MLL-KAI-2026-01",
            declare<OfferVerb::make>, for_coordinators()};
}

Command offer_accept() {
    return {"offer accept", "makes members of those who take an offered seat",
            "peergroup offer accept MLL-KAI-2026-01 P-0007 --on 2026-10-05", declare<OfferVerb::accept>, for_coordinators()};
}

Command offer_decline() {
    return {"offer decline", "gives an offered seat on to the next", "peergroup offer decline MLL-KAI-2026-01 P-0007",
            declare<OfferVerb::decline>, for_coordinators()};
}

} // namespace peergroup::cli
