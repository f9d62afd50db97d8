#include "admission/staffing.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string action;
    std::optional<groups::GroupCode> group;
    std::optional<facilitators::FacilitatorCode> facilitator;
    std::string role;
    std::optional<calendar::Date> from;
    std::string override_code;
};

documents::Document document_of(Language language, const std::vector<admission::StaffOfGroup>& groups) {
    documents::Table table{"staff", "", {column(language, "group"), id_column(language, "facilitator")}, {}};
    for (const char* const key : {"role", "from_on", "last_day", "reason", "role_gap"})
        table.columns.push_back(column(language, key));
    for (const admission::StaffOfGroup& group : groups)
        for (const facilitators::StaffMember& member : group.members)
            table.rows.push_back(
                {{Cell::text(group.group.code.text()), Cell::text(member.facilitator.text()),
                  coded(language, "facilitator-role", member.role), day(language, member.from_on), day(language, member.to_on),
                  Cell::text(member.reason), yes_or_no(language, member.role_gap)}});
    return {"peergroup.group-staff/1", "", {}, {std::move(table)}, {}};
}

void add(const Options& options, const Call& call, store::Database& database, const catalogue::Catalogue& catalogue) {
    if (options.role.empty())
        throw Problem(ProblemKind::usage, "flag-missing", "--role is missing", "peergroup group staff",
                      "see `peergroup group staff --help`");
    if (!options.override_code.empty() && call.flags.reason.empty())
        throw Problem(ProblemKind::usage, "flag-missing", "--reason is missing", "peergroup group staff --override",
                      "say with --reason CODE why it does not count this time");
    const catalogue::Region& region = catalogue.region(look_up_group(call, database, *options.group).region);
    const admission::Assigned assigned =
        admission::add_staff(database, catalogue, journal_of(call),
                             {*options.group, *options.facilitator, options.role,
                              options.from.value_or(effective_day(call, region)), options.override_code});
    if (!assigned.asked.empty())
        tell(call, language::say(call.language, "staff.role-gap",
                                 {{"facilitator", options.facilitator->text()},
                                  {"asked", fmt::format("{}", fmt::join(assigned.asked, ", "))}}));
}

void remove(const Options& options, const Call& call, store::Database& database, const catalogue::Catalogue& catalogue) {
    const catalogue::Region& region = catalogue.region(look_up_group(call, database, *options.group).region);
    admission::remove_staff(database, catalogue, journal_of(call),
                            {*options.group, *options.facilitator, effective_day(call, region), call.flags.reason});
}

ExitCode run(const Options& options, const Call& call) {
    const bool lists = options.action == "list";
    if (!lists && options.action != "add" && options.action != "remove")
        throw Problem(ProblemKind::usage, "no-value", fmt::format("\"{}\" is none of its words", options.action), "ACTION",
                      "use add, remove, list");
    if (!lists && !options.facilitator)
        throw Problem(ProblemKind::usage, "operand-missing", "FACILITATOR is missing", "peergroup group staff",
                      "see `peergroup group staff --help`");
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    if (options.action == "add")
        add(options, call, database, catalogue);
    else if (!lists)
        remove(options, call, database, catalogue);
    store::Transaction transaction = database.read();
    show(call, document_of(call.language, admission::staff_of(transaction, *options.group, actor_of(call))));
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("ACTION", "add, remove or list", options.action)
        .operand("GROUP", "the group, or one side of a pair; to remove and to list also the pair", options.group)
        .operand("[FACILITATOR]", "by code; --on says the last day of whoever is removed, --reason why", options.facilitator)
        .flag("--role ROLE", "professional, peer, volunteer, social_worker, expert_by_experience or substitute", options.role)
        .flag("--from DATE", "the first day; --on, or today, when left out", options.from)
        .choice("--override CODE", "a tie to somebody in the group that does not count this time; --reason says why",
                {"not-placeable.restricted", "facilitator-of-group", "facilitator-related"}, options.override_code)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command group_staff() {
    return {"group staff", "says who guides a group", "peergroup group staff add VOI-KAI-2026-01 F-0003 --role peer", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
