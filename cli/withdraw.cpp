#include "sessions/withdraw.hpp"

#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/offer_document.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<groups::GroupCode> group;
    std::vector<people::PersonCode> people;
};

documents::Document document_of(Language language, const std::string& group,
                                const std::vector<admission::Membership>& memberships) {
    documents::Table table{"memberships", "", {}, {}};
    table.columns = {id_column(language, "person"), column(language, "group"), column(language, "state"),
                     column(language, "last_day"), column(language, "reason")};
    for (const admission::Membership& membership : memberships)
        table.rows.push_back({{documents::Cell::text(code_of_person(membership.person)), documents::Cell::text(group),
                               coded(language, "membership", admission::code_of(membership.state)),
                               day(language, membership.to_on), coded(language, "leaving", membership.reason)}});
    return {"peergroup.withdrawal/1", "", {}, {std::move(table)}, {}};
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, ""));
    store::Database database = open_store(call);
    const sessions::Withdrawal withdrawal{.group = *options.group,
                                          .people = options.people,
                                          .last_day = effective_day(call, region),
                                          .reason = call.flags.reason,
                                          .today = today_in(call, region)};
    const sessions::Withdrawn withdrawn = sessions::withdraw(database, catalogue, journal_of(call), withdrawal);
    documents::Document document = document_of(call.language, options.group->text(), withdrawn.ended);
    if (!withdrawn.settled.empty() || !is_for_people(format_of(call)))
        document.tables.push_back(settled_table(call.language, database, withdrawn.settled));
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group)
        .operand("PERSON...", "people by their codes; --on says their last day, --reason why they leave", options.people)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command withdraw() {
    return {"withdraw", "ends memberships, or takes people off the waiting list",
            "peergroup withdraw MLL-KAI-2026-01 P-0002 --on 2026-10-01 --reason moved_away", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
