#include "cli/privacy_document.hpp"

#include "cli/privacy_history.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"

#include <algorithm>
#include <iterator>

namespace peergroup::cli {

namespace {

using documents::Cell;
using documents::Table;
using stewardship::Basis;
using stewardship::PersonFile;

Cell keeping_cell(Language language, std::string_view code) {
    return coded(language, "keeping", code);
}

// What counts a person stays when the number stands for nobody any more.
Table records_table(Language language, stewardship::Keeping keeping) {
    Table table{"records", "", {column(language, "section"), column(language, "decision")}, {}};
    for (const stewardship::SectionFate& fate : stewardship::section_fates()) {
        const bool stays = keeping == stewardship::Keeping::erase && fate.figures;
        table.rows.push_back({{coded(language, "section", fate.section),
                               keeping_cell(language, stays ? "figures" : stewardship::code_of(keeping))}});
    }
    return table;
}

void add_identity(documents::Document& document, Language language, const PersonFile& file) {
    const people::IdentityRecord& record = file.revealed.record;
    const auto add = [&](const char* key, Cell cell) { document.facts.push_back(fact(language, key, std::move(cell))); };
    const people::Person& person = file.view.person;
    add("person", Cell::text(person.code.text()));
    add("family_name", Cell::text(record.family_name));
    add("given_name", Cell::text(record.given_name));
    add("birth_date", day(language, file.revealed.born_on));
    add("identity_code", Cell::text(record.identity_code));
    add("reference", Cell::text(record.reference));
    add("source", Cell::text(record.source));
    add("merged_references", codes(stewardship::merged_references(file)));
    add("merged", codes(file.merged));
    add("facilitators", codes(file.facilitators));
    add("address", Cell::text(record.address));
    add("municipality", Cell::text(person.non_disclosure ? record.hidden_municipality : person.municipality));
    add("email", Cell::text(record.email));
    add("phone", Cell::text(record.phone));
    add("language", Cell::text(person.language));
    add("channel", coded(language, "channel", person.channel));
    add("non_disclosure", yes_or_no(language, person.non_disclosure));
    add("region", Cell::text(person.region));
    add("recorded_on", day(language, file.recorded_on));
    add("restricted_since", day(language, file.restricted_since));
}

Table contacts_table(Language language, const PersonFile& file) {
    Table table = section_table(language, "contacts", {"channel", "consent", "safe"});
    for (const people::ContactDecision& contact : file.view.contacts)
        table.rows.push_back({{coded(language, "channel", contact.channel), yes_or_no(language, contact.consent),
                               yes_or_no(language, contact.safe)}});
    return table;
}

// Who the other is, is the other's own to know.
Table ties_table(Language language, const PersonFile& file) {
    Table table = section_table(language, "ties", {"relation"});
    for (const people::Link& link : file.view.links)
        table.rows.push_back({{coded(language, "relation", link.relation)}});
    return table;
}

Cell reason_of(Language language, const stewardship::FiledReferral& way) {
    return coded(language, way.step == "withdrawn" ? "leaving" : "decision-reason", way.reason);
}

Table referrals_table(Language language, const PersonFile& file) {
    Table table = section_table(
        language, "referrals",
        {"group", "type", "region", "effective_on", "step", "referred_by", "decided_by", "reason", "note", "offered_instead"});
    for (const stewardship::FiledReferral& way : file.referrals)
        table.rows.push_back(
            {{Cell::text(way.group), Cell::text(way.type), Cell::text(way.region), day(language, way.effective_on),
              coded(language, "referral", way.step), coded(language, "referral-path", way.referred_by),
              Cell::text(way.decided_by), reason_of(language, way), Cell::text(way.note), Cell::text(way.offered_instead)}});
    return table;
}

} // namespace

const std::vector<std::string>& recipients() {
    static const std::vector<std::string> codes = {"data-subject", "guardian", "controller", "authority", "court"};
    return codes;
}

Table events_table(Language language, const people::PersonEvents& events) {
    Table table = section_table(language, "events", {"event", "day"});
    for (const auto& [event, on] : events)
        table.rows.push_back({{coded(language, "event", event), day(language, on)}});
    return table;
}

Table facts_table(Language language, const people::PersonFacts& facts) {
    Table table = section_table(language, "facts", {"fact", "attested_on", "attested_by"});
    for (const auto& [code, attestation] : facts)
        table.rows.push_back({{coded(language, "fact", code), day(language, attestation.on), Cell::text(attestation.by)}});
    return table;
}

Table bases_table(Language language, const DecidedSubjects& subjects, std::string_view subject_column) {
    Table table{"bases", "", {}, {}};
    if (!subject_column.empty()) table.columns.push_back(id_column(language, subject_column));
    for (const char* const name : {"group", "type", "rule", "decision", "until", "why", "event"})
        table.columns.push_back(column(language, name));
    for (const auto& [subject, bases] : subjects)
        for (const Basis& basis : bases) {
            documents::Row row;
            if (!subject_column.empty()) row.cells.push_back(Cell::text(subject));
            for (Cell cell : {Cell::text(basis.group), Cell::text(basis.type), coded(language, "rule", basis.rule),
                              keeping_cell(language, stewardship::code_of(basis.keeping)), day(language, basis.until),
                              coded(language, "why-kept", basis.why), coded(language, "event", basis.event)})
                row.cells.push_back(std::move(cell));
            table.rows.push_back(std::move(row));
        }
    return table;
}

documents::Document document_of(Language language, const stewardship::ErasureDecision& decision) {
    const Basis& decisive = stewardship::decisive(decision.bases);
    return {"peergroup.erasure/1",
            "",
            {fact(language, "person", Cell::text(decision.person.text())),
             fact(language, "decision", keeping_cell(language, stewardship::code_of(decisive.keeping))),
             fact(language, "until", day(language, decisive.until))},
            {bases_table(language, {{decision.person.text(), decision.bases}}, ""), records_table(language, decisive.keeping)},
            {}};
}

documents::Document document_of(Language language, const PersonFile& file) {
    documents::Document document{"peergroup.person-file/1", "", {}, {}, {}};
    add_identity(document, language, file);
    document.tables = {contacts_table(language, file), ties_table(language, file), events_table(language, file.events),
                       facts_table(language, file.facts), referrals_table(language, file)};
    std::ranges::move(history_tables(language, file), std::back_inserter(document.tables));
    return document;
}

} // namespace peergroup::cli
