#include "admission/why.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::optional<groups::GroupCode> group;
    std::optional<people::PersonCode> person;
};

documents::Table reasons_table(Language language, const admission::EnrolAnswer& answer, const std::string& person) {
    documents::Table table{"reasons", "", {column(language, "code"), column(language, "message")}, {}};
    for (const std::string& code : answer.reasons) {
        std::string detail = person;
        if (code == "fact-unknown") detail += fmt::format(" ({})", fmt::join(answer.asked, ", "));
        if (code == "no-referral") detail += fmt::format(" ({})", fmt::join(answer.referred_by, ", "));
        table.rows.push_back({{Cell::text(code), Cell::text(language::say(language, "refusal." + code, {{"detail", detail}}))}});
    }
    return table;
}

documents::Document document_of(Language language, const admission::EnrolAnswer& answer, const std::string& person) {
    const bool eligible = answer.reasons.empty();
    const std::string state = eligible ? (answer.waits ? "waitlisted" : "enrolled") : "";
    return {"peergroup.why-enrol/1",
            "",
            {fact(language, "group", Cell::text(answer.group)), fact(language, "person", Cell::text(person)),
             fact(language, "eligible", yes_or_no(language, eligible)),
             fact(language, "would_be", coded(language, "membership", state)), fact(language, "asked", codes(answer.asked))},
            {reasons_table(language, answer, person)},
            {}};
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, ""));
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    const admission::EnrolAnswer answer =
        admission::why_enrol(transaction, catalogue, journal_of(call),
                             {*options.group, *options.person, effective_day(call, region), today_in(call, region)});
    documents::Document document = document_of(call.language, answer, options.person->text());
    if (is_for_people(format_of(call))) {
        std::erase_if(document.facts, [](const documents::Fact& fact) { return fact.value.is_empty(); });
        if (answer.reasons.empty()) document.tables.clear();
    }
    show(call, document);
    return answer.reasons.empty() ? ExitCode::done : ExitCode::refused;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group)
        .operand("PERSON", "by code; --on says the first day", options.person)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command why_enrol() {
    return {"why enrol", "tells every reason why somebody cannot come into a group", "peergroup why enrol VOI-KAI-2026-01 P-0002",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
