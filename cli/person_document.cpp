#include "cli/person_document.hpp"

#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

std::vector<documents::Fact> facts_of_person(Language language, const people::PersonView& view) {
    const people::Person& person = view.person;
    return {fact(language, "person", Cell::text(person.code.text())),
            fact(language, "region", Cell::text(person.region)),
            fact(language, "municipality", Cell::text(person.municipality)),
            fact(language, "language", Cell::text(person.language)),
            fact(language, "channel", coded(language, "channel", person.channel)),
            fact(language, "non_disclosure", yes_or_no(language, person.non_disclosure)),
            fact(language, "restricted", yes_or_no(language, person.restricted)),
            fact(language, "birth_date_known", yes_or_no(language, view.birth_date_known))};
}

// Enough to tell two people apart beside each other, not enough to use elsewhere.
std::string masked(const std::string& identity_code) {
    return identity_code.empty() ? "" : identity_code.substr(0, 7) + "****";
}

// Where somebody under a non-disclosure order lives, and how to call there, is shown to nobody.
void add_identity(std::vector<documents::Fact>& facts, Language language, const people::RevealedPerson& revealed,
                  bool hide_place) {
    const people::IdentityRecord& record = revealed.record;
    facts.push_back(fact(language, "family_name", Cell::text(record.family_name)));
    facts.push_back(fact(language, "given_name", Cell::text(record.given_name)));
    facts.push_back(fact(language, "birth_date", day(language, revealed.born_on)));
    facts.push_back(fact(language, "identity_code", Cell::text(masked(record.identity_code))));
    facts.push_back(fact(language, "reference", Cell::text(record.reference)));
    facts.push_back(fact(language, "source", Cell::text(record.source)));
    facts.push_back(fact(language, "email", Cell::text(hide_place ? "" : record.email)));
    facts.push_back(fact(language, "phone", Cell::text(hide_place ? "" : record.phone)));
    facts.push_back(fact(language, "address", Cell::text(hide_place ? "" : record.address)));
}

documents::Table link_table(Language language, const std::vector<people::Link>& links) {
    documents::Table table{"links", "", {column(language, "other"), column(language, "relation")}, {}};
    for (const people::Link& link : links)
        table.rows.push_back({{Cell::text(link.other.text()), coded(language, "relation", link.relation)}});
    return table;
}

documents::Table contact_table(Language language, const std::vector<people::ContactDecision>& contacts) {
    documents::Table table{
        "contacts", "", {column(language, "channel"), column(language, "consent"), column(language, "safe")}, {}};
    for (const people::ContactDecision& contact : contacts)
        table.rows.push_back({{coded(language, "channel", contact.channel), yes_or_no(language, contact.consent),
                               yes_or_no(language, contact.safe)}});
    return table;
}

} // namespace

void show_person(const Call& call, store::Database& database, people::PersonCode code) {
    store::Transaction transaction = call.flags.identify ? database.write() : database.read();
    const people::PersonView view = people::show_person(transaction, *keys_of(call), code, actor_of(call));
    documents::Document document{"peergroup.person/1", "", facts_of_person(call.language, view), {}, {}};
    if (call.flags.identify) {
        const vault::Journal journal = journal_of(call);
        const auto revealed = people::Identity(transaction, journal).reveal({&code, 1});
        add_identity(document.facts, call.language, revealed.front(), view.person.non_disclosure);
        transaction.commit();
    }
    document.tables = {link_table(call.language, view.links), contact_table(call.language, view.contacts)};
    const auto format = format_of(call);
    if (is_for_people(format)) {
        std::erase_if(document.tables, [](const documents::Table& table) { return table.rows.empty(); });
        say_not_stated(document, call.language);
    }
    if (format == documents::Format::ids || format == documents::Format::count || format == documents::Format::csv) {
        documents::Table person{"people", "", {}, {{}}};
        for (const documents::Fact& fact : document.facts) {
            person.columns.push_back({fact.key, fact.label, fact.key == "person", documents::Alignment::left});
            person.rows.front().cells.push_back(fact.value);
        }
        document.tables = {std::move(person)};
    }
    show(call, document);
}

} // namespace peergroup::cli
