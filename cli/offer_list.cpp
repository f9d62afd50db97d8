#include "admission/waiting.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string region;
    std::optional<groups::GroupCode> group;
};

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    if (!options.region.empty()) catalogue.region(options.region);
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    const admission::WaitingFilter filter{.region = options.region,
                                          .group = options.group ? options.group->text() : "",
                                          .today = today_in(call, catalogue.region(region_or_default(call, options.region)))};
    documents::Table table{"offers", "", {id_column(call.language, "person")}, {}};
    for (const char* const key : {"group", "made_on", "until", "state"})
        table.columns.push_back(column(call.language, key));
    for (const admission::OpenOffer& offer : admission::open_offers(transaction, filter, actor_of(call)))
        table.rows.push_back(
            {{Cell::text(offer.person.text()), Cell::text(offer.group), day(call.language, offer.made_on),
              day(call.language, offer.until_on), coded(call.language, "offer", offer.lapsed ? "expired" : "offered")}});
    show(call, {"peergroup.offer-list/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--region REGION", "only groups of this region", options.region)
        .flag("--group GROUP", "only this group or pair", options.group)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command offer_list() {
    return {"offer list", "lists offers that nobody has answered", "peergroup offer list --region kainuu", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
