#include "cli/privacy_of_facilitators.hpp"

#include "cli/privacy_document.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;
using documents::Table;

Table qualifications_table(Language language, const stewardship::FacilitatorFile& file) {
    Table table{"qualifications", language::say(language, "section.qualifications"), {}, {}};
    for (const char* const key : {"code", "earned_on", "expires_on", "revoked_on"})
        table.columns.push_back(column(language, key));
    for (const facilitators::Qualification& earned : file.view.qualifications)
        table.rows.push_back({{Cell::text(earned.code), day(language, earned.earned_on), day(language, earned.expires_on),
                               day(language, earned.revoked_on)}});
    return table;
}

Table guided_table(Language language, const stewardship::FacilitatorFile& file) {
    Table table{"guided", language::say(language, "section.guided"), {}, {}};
    for (const char* const key : {"group", "type", "role", "from_on", "to_on", "reason"})
        table.columns.push_back(column(language, key));
    for (const stewardship::FiledGuidance& guided : file.guided)
        table.rows.push_back({{Cell::text(guided.group), Cell::text(guided.type), Cell::text(guided.role),
                               day(language, guided.from_on), day(language, guided.to_on), Cell::text(guided.reason)}});
    return table;
}

} // namespace

documents::Document document_of(Language language, const stewardship::FacilitatorFile& file) {
    documents::Document document{"peergroup.facilitator-file/1", "", {}, {}, {}};
    const auto add = [&](const char* key, Cell cell) { document.facts.push_back(fact(language, key, std::move(cell))); };
    const facilitators::Facilitator& facilitator = file.view.facilitator;
    add("facilitator", Cell::text(facilitator.code.text()));
    add("family_name", Cell::text(file.record.family_name));
    add("given_name", Cell::text(file.record.given_name));
    add("reference", Cell::text(file.record.reference));
    add("email", Cell::text(file.record.email));
    add("phone", Cell::text(file.record.phone));
    add("region", Cell::text(facilitator.region));
    add("roles", codes(facilitator.roles));
    add("recorded_on", day(language, file.recorded_on));
    document.tables = {qualifications_table(language, file), guided_table(language, file)};
    return document;
}

documents::Document document_of(Language language, const stewardship::FacilitatorDecision& decision) {
    const stewardship::Basis& decisive = stewardship::decisive(decision.bases);
    return {"peergroup.facilitator-erasure/1",
            "",
            {fact(language, "facilitator", Cell::text(decision.facilitator.text())),
             fact(language, "decision", coded(language, "keeping", stewardship::code_of(decisive.keeping))),
             fact(language, "until", day(language, decisive.until))},
            {bases_table(language, {{decision.facilitator.text(), decision.bases}}, "")},
            {}};
}

Table facilitator_bases_table(Language language, const std::vector<stewardship::FacilitatorDecision>& decisions) {
    DecidedSubjects subjects;
    for (const stewardship::FacilitatorDecision& decision : decisions)
        subjects.emplace_back(decision.facilitator.text(), decision.bases);
    Table table = bases_table(language, subjects, "facilitator");
    table.key = "facilitator_bases";
    return table;
}

} // namespace peergroup::cli
