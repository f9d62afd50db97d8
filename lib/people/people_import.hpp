#pragma once

#include "batches/batch_run.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "people/matching.hpp"
#include "people/person_details.hpp"

#include <string>

namespace peergroup::people {

/// What people are to be taken from a sheet, and how.
struct PeopleImport {
    documents::Sheet& sheet;
    std::string region; ///< that works with them
    IdentityCode::Policy identity_codes;
    OnDifference on_difference = OnDifference::reject;
    bool different_person = false;
};

/// Creates the people of a sheet, or joins them to those who are known; rows of one `family` are linked. A row is refused by
/// code: faults of PersonDetailsReader and ToldFactsReader, and refusals of match_person. Throws Problem(not_permitted,
/// `not-permitted.region`).
batches::BatchResult import_people(store::Database& database, const catalogue::Catalogue& catalogue,
                                   const vault::Journal& journal, const batches::Manner& manner, const PeopleImport& import);

} // namespace peergroup::people
