#pragma once

#include "people/family_rows.hpp"
#include "people/people.hpp"
#include "people/people_import.hpp"
#include "people/person_facts.hpp"
#include "unit/field/county.hpp"
#include "unit/field/outcomes.hpp"

#include <string>
#include <vector>

namespace field {

namespace people = peergroup::people;

/// How a sheet of people is taken.
struct ImportManner {
    std::string region = "kainuu";
    people::OnDifference on_difference = people::OnDifference::reject;
    bool different_person = false;
    batches::Mode mode = batches::Mode::atomic;
    bool dry_run = false;
};

/// The columns of a sheet of people.
inline std::vector<documents::ColumnName> people_columns() {
    std::vector<documents::ColumnName> columns = people::person_columns();
    for (const documents::ColumnName& column : people::family_columns())
        columns.push_back(column);
    for (const documents::ColumnName& column : people::fact_columns())
        columns.push_back(column);
    return columns;
}

inline people::PersonCode person(std::int64_t number) {
    return people::PersonCode(number);
}

inline Told import(County& county, std::string rows, const ImportManner& manner = {}) {
    documents::Sheet sheet = sheet_of(std::move(rows), people_columns());
    return told(people::import_people(county.database(), county.rules(), county.journal("person import"),
                                      {.mode = manner.mode, .dry_run = manner.dry_run, .spool_folder = county.spool()},
                                      {.sheet = sheet,
                                       .region = manner.region,
                                       .identity_codes = {.today = day("2026-01-01"), .allow_temporary = true},
                                       .on_difference = manner.on_difference,
                                       .different_person = manner.different_person}));
}

/// What the first row of a sheet tells of a person.
inline people::PersonDetails details_of(std::string rows) {
    documents::Sheet sheet = sheet_of(std::move(rows), people::person_columns());
    documents::SheetRow row;
    people::PersonDetails details;
    REQUIRE(sheet.next(row));
    REQUIRE_FALSE(people::PersonDetailsReader(sheet, {day("2026-01-01"), true}).read(row, details));
    return details;
}

/// What is stored behind the door of one person.
inline people::IdentityRecord identity_of(County& county, std::int64_t number) {
    store::Transaction transaction = county.database().read();
    return people::PersonRegister(transaction, *county.ring()).record_of(number);
}

/// What may be shown of one person without a name.
inline people::PersonView view_of(County& county, std::int64_t number) {
    store::Transaction transaction = county.database().read();
    return people::show_person(transaction, *county.ring(), person(number), county.actor);
}

} // namespace field
