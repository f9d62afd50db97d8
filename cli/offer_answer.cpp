#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/offer_document.hpp"
#include "cli/output.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

using admission::OfferVerb;

struct Options {
    std::optional<groups::GroupCode> group;
    std::vector<people::PersonCode> people;
    std::string override_code;
};

ExitCode run(const Options& options, OfferVerb verb, const Call& call) {
    if (!options.override_code.empty() && call.flags.reason.empty())
        throw Problem(ProblemKind::usage, "flag-missing", "--reason is missing", "peergroup offer make --override",
                      "say with --reason CODE why it does not count this time");
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
    show(call, {"peergroup.offers-answered/1", "", {}, {settled_table(call.language, database, settled)}, {}});
    return ExitCode::done;
}

template <OfferVerb offer_verb> void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    if (offer_verb == OfferVerb::make)
        verb.choice("--override CODE", "a tie of the people named that does not count this time; --reason says why",
                    {"not-placeable.restricted", "facilitator-of-group", "facilitator-related", "keep-apart", "family-in-group"},
                    options.override_code);
    verb.operand("GROUP", "the group, or the code of a pair", options.group)
        .operand(offer_verb == OfferVerb::make ? "[PERSON...]" : "PERSON...",
                 offer_verb == OfferVerb::make ? "who comes before the others; without any, those whose turn it is"
                                               : "by code; who was offered a seat together is meant together",
                 options.people)
        .runs([&options](Call& call) { return run(options, offer_verb, call); });
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
