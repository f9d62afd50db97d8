#include "cli/facilitator_document.hpp"

#include "cli/output.hpp"
#include "cli/wording.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;
using facilitators::FacilitatorView;

documents::Table qualification_table(Language language, const FacilitatorView& view, calendar::Date on) {
    documents::Table table{"qualifications", "", {id_column(language, "qualification")}, {}};
    for (const char* const key : {"earned_on", "expires_on", "revoked_on", "valid"})
        table.columns.push_back(column(language, key));
    for (const facilitators::Qualification& qualification : view.qualifications)
        table.rows.push_back(
            {{Cell::text(qualification.code), day(language, qualification.earned_on), day(language, qualification.expires_on),
              day(language, qualification.revoked_on), yes_or_no(language, qualification.is_held_on(on))}});
    return table;
}

void add_names(const Call& call, store::Transaction& transaction, const FacilitatorView& view, documents::Document& document) {
    const people::IdentityRecord record = facilitators::reveal(transaction, journal_of(call), {&view.facilitator, 1}).front();
    for (const auto& [key, value] :
         {std::pair{"family_name", &record.family_name}, std::pair{"given_name", &record.given_name},
          std::pair{"reference", &record.reference}, std::pair{"email", &record.email}, std::pair{"phone", &record.phone}})
        document.facts.push_back(fact(call.language, key, Cell::text(*value)));
}

} // namespace

std::string code_of_facilitator(std::int64_t number) {
    return facilitators::FacilitatorCode(number).text();
}

documents::Table facilitator_table(Language language, const std::vector<FacilitatorView>& views, calendar::Date on) {
    documents::Table table{"facilitators", "", {id_column(language, "facilitator")}, {}};
    for (const char* const key : {"region", "roles", "qualifications"})
        table.columns.push_back(column(language, key));
    for (const FacilitatorView& view : views)
        table.rows.push_back({{Cell::text(view.facilitator.code.text()), Cell::text(view.facilitator.region),
                               codes(view.facilitator.roles), codes(held_on(view.qualifications, on))}});
    return table;
}

void show_facilitator(const Call& call, store::Database& database, facilitators::FacilitatorCode code) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Transaction transaction = call.flags.identify ? database.write() : database.read();
    const FacilitatorView view = facilitators::show_facilitator(transaction, journal_of(call).keys(), code, actor_of(call));
    const calendar::Date on = effective_day(call, catalogue.region(view.facilitator.region));
    documents::Document document{"peergroup.facilitator/1",
                                 "",
                                 {fact(call.language, "facilitator", Cell::text(code.text())),
                                  fact(call.language, "region", Cell::text(view.facilitator.region)),
                                  fact(call.language, "roles", codes(view.facilitator.roles))},
                                 {qualification_table(call.language, view, on)},
                                 {}};
    if (call.flags.identify) {
        add_names(call, transaction, view, document);
        transaction.commit();
    }
    if (is_for_people(format_of(call)))
        std::erase_if(document.tables, [](const documents::Table& table) { return table.rows.empty(); });
    show(call, document);
}

} // namespace peergroup::cli
