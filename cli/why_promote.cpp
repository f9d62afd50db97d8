#include "admission/offers.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "groups/group_register.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::optional<groups::GroupCode> group;
    std::optional<people::PersonCode> person;
};

documents::Table table_of(Language language, const std::vector<admission::OfferDesk::Prospect>& prospects,
                          const std::vector<groups::Group>& sides) {
    documents::Table table{"waiting", "", {id_column(language, "person")}, {}};
    for (const char* const key : {"group", "code", "message"})
        table.columns.push_back(column(language, key));
    for (const auto& prospect : prospects) {
        const auto group = std::ranges::find(sides, prospect.group, &groups::Group::id);
        const std::string person = code_of_person(prospect.person);
        const std::string own = "promote." + prospect.code;
        const std::string message = language::has_message(language, own)
                                        ? language::say(language, own)
                                        : language::say(language, "refusal." + prospect.code, {{"detail", person}});
        table.rows.push_back(
            {{Cell::text(person), Cell::text(group->code.text()), Cell::text(prospect.code), Cell::text(message)}});
    }
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, ""));
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    groups::GroupRegister groups(transaction);
    std::vector<groups::Group> sides = groups.require(*options.group, actor_of(call));
    if (sides.size() == 1 && !sides.front().pair_code.empty()) sides = groups.sides_of(sides.front().pair_code);
    const vault::Journal journal = journal_of(call);
    auto prospects = admission::OfferDesk(transaction, journal, catalogue, 0, today_in(call, region)).prospects(sides);
    if (options.person) {
        std::erase_if(prospects, [&](const auto& prospect) { return prospect.person != options.person->number(); });
        if (prospects.empty())
            throw Problem(ProblemKind::refused, "not-waiting",
                          fmt::format("{} does not wait for {}", options.person->text(), options.group->text()));
    }
    show(call, {"peergroup.why-promote/1", "", {}, {table_of(call.language, prospects, sides)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group)
        .operand("[PERSON]", "only this one", options.person)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command why_promote() {
    return {"why promote", "tells of everybody who waits why a seat is offered next, or is not",
            "peergroup why promote VOI-KAI-2026-01", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
