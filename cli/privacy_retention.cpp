#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/privacy_document.hpp"
#include "cli/privacy_of_facilitators.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string action;
};

/// What is planned, or done, about everybody.
struct Plans {
    stewardship::RetentionPlan people;
    stewardship::FacilitatorPlan facilitators;
};

using Kept = std::vector<std::pair<std::string, std::int64_t>>;

documents::Table kept_table(Language language, const char* key, const Kept& kept) {
    documents::Table table{key, "", {column(language, "why"), column(language, "event"), number_column(language, "people")}, {}};
    for (const auto& [reason, people] : kept) {
        const std::size_t colon = reason.find(':');
        const std::string event = colon == std::string::npos ? "" : reason.substr(colon + 1);
        table.rows.push_back(
            {{coded(language, "why-kept", reason.substr(0, colon)), coded(language, "event", event), Cell::of(people)}});
    }
    return table;
}

documents::Document document_of(Language language, const Plans& plans, bool applied) {
    DecidedSubjects due;
    for (const stewardship::ErasureDecision& decision : plans.people.due)
        due.emplace_back(decision.person.text(), decision.bases);
    const auto count = [](const auto& list) { return Cell::of(static_cast<std::int64_t>(list.size())); };
    return {"peergroup.retention/1",
            "",
            {fact(language, applied ? "erased" : "due", count(plans.people.due)),
             fact(language, applied ? "erased_facilitators" : "due_facilitators", count(plans.facilitators.due))},
            {bases_table(language, due, "person"), kept_table(language, "kept", plans.people.kept),
             facilitator_bases_table(language, plans.facilitators.due),
             kept_table(language, "facilitators_kept", plans.facilitators.kept)},
            {}};
}

ExitCode run(const Options& options, const Call& call) {
    const bool apply = options.action == "apply";
    if (!apply && options.action != "plan")
        throw Problem(ProblemKind::usage, "no-value", fmt::format("\"{}\" is none of its words", options.action), "ACTION",
                      "use plan, apply");
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const calendar::Date today = today_in(call, catalogue.region(region_or_default(call, "")));
    if (apply) confirm(call, language::say(call.language, "privacy.confirm-retention"));
    const vault::Journal journal = journal_of(call);
    Plans plans;
    if (apply) {
        const stewardship::RetentionRun run{today, call.workspace.folder()};
        plans.people = stewardship::apply_retention(database, catalogue, journal, run);
        plans.facilitators = stewardship::apply_to_facilitators(database, catalogue, journal, run);
    } else {
        store::Transaction transaction = database.read();
        plans.people = stewardship::plan_retention(transaction, catalogue, journal, today);
        plans.facilitators = stewardship::plan_facilitators(transaction, catalogue, journal, today);
    }
    documents::Document document = document_of(call.language, plans, apply);
    if (is_for_people(format_of(call)))
        std::erase_if(document.tables, [](const documents::Table& table) { return table.rows.empty(); });
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("ACTION", "plan or apply", options.action).runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command privacy_retention() {
    return {"privacy retention", "lists whose time of keeping is over, or erases them", "peergroup privacy retention plan",
            declare, Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
