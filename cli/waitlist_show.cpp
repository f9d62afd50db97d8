#include "admission/waiting.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "groups/group_register.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::optional<groups::GroupCode> group;
};

std::string_view standing_of(const admission::WaitingPerson& person) {
    if (person.has_offer) return "offered";
    return person.let_go ? "let_go" : "waiting";
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    documents::Table table{"people", "", {id_column(call.language, "person")}, {}};
    for (const char* const key : {"group", "waiting_on", "priority", "state", "until"})
        table.columns.push_back(column(call.language, key));
    for (const groups::Group& side : groups::GroupRegister(transaction).require(*options.group, actor_of(call))) {
        const calendar::Date today = today_in(call, catalogue.region(side.region));
        for (const admission::WaitingPerson& person : admission::waiting_people(transaction, side.id, today))
            table.rows.push_back(
                {{Cell::text(person.person.text()), Cell::text(side.code.text()), day(call.language, person.since),
                  Cell::of(std::int64_t{person.priority}), coded(call.language, "offer", standing_of(person)),
                  day(call.language, person.offered_until)}});
    }
    show(call, {"peergroup.waitlist/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command waitlist_show() {
    return {"waitlist show", "shows who waits for a group, in the order in which they are asked",
            "peergroup waitlist show MLL-KAI-2026-01", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
