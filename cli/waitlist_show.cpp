#include "admission/waiting.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/referral_form.hpp"
#include "cli/wording.hpp"
#include "groups/group_register.hpp"
#include "referrals/waiting_ways.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string target;
    std::string region;
};

std::string_view standing_of(const admission::WaitingPerson& person) {
    if (person.has_offer) return "offered";
    return person.let_go ? "let_go" : "waiting";
}

documents::Table of_group(const Call& call, store::Transaction& transaction, const groups::GroupCode& group) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    documents::Table table{"people", "", {id_column(call.language, "person")}, {}};
    for (const char* const key : {"group", "waiting_on", "priority", "state", "until"})
        table.columns.push_back(column(call.language, key));
    for (const groups::Group& side : groups::GroupRegister(transaction).require(group, actor_of(call))) {
        const calendar::Date today = today_in(call, catalogue.region(side.region));
        for (const admission::WaitingPerson& person : admission::waiting_people(transaction, side.id, today))
            table.rows.push_back(
                {{Cell::text(person.person.text()), Cell::text(side.code.text()), day(call.language, person.since),
                  Cell::of(std::int64_t{person.priority}), coded(call.language, "offer", standing_of(person)),
                  day(call.language, person.offered_until)}});
    }
    return table;
}

documents::Table of_type(const Call& call, store::Transaction& transaction, const referrals::Destination& type) {
    documents::Table table{"people", "", {id_column(call.language, "person")}, {}};
    for (const char* const key : {"group", "state", "referred_by", "since"})
        table.columns.push_back(column(call.language, key));
    table.columns.push_back(number_column(call.language, "days"));
    const calendar::Date today = today_in(call, open_catalogue(call).region(type.region));
    for (const referrals::WaitingWay& way : referrals::waiting_ways(transaction, type, actor_of(call)))
        table.rows.push_back({{Cell::text(way.person.text()), Cell::text(way.group), coded(call.language, "referral", way.state),
                               coded(call.language, "referral-path", way.path), day(call.language, way.since),
                               Cell::of(std::int64_t{today.days() - way.since.days()})}});
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const referrals::Target target = read_target(call, catalogue, {options.target, options.region});
    if (!target.group) catalogue.region(target.region);
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    if (target.group)
        show(call, {"peergroup.waitlist/1", "", {}, {of_group(call, transaction, *target.group)}, {}});
    else
        show(call,
             {"peergroup.waitlist-of-type/1",
              "",
              {fact(call.language, "type", Cell::text(target.type)), fact(call.language, "region", Cell::text(target.region))},
              {of_type(call, transaction, {.type = target.type, .region = target.region})},
              {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("TARGET", "the group, the code of a pair, or a type that people were referred to", options.target)
        .flag("--region REGION", "of a type", options.region)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command waitlist_show() {
    return {"waitlist show", "shows who waits for a group, in the order in which they are asked, or for a group of a type",
            "peergroup waitlist show MLL-KAI-2026-01", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
