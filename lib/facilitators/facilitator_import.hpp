#pragma once

#include "batches/batch_run.hpp"
#include "calendar/date.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "people/matching.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <string>

namespace peergroup::facilitators {

/// Which facilitators are to be taken from a sheet, and how.
struct FacilitatorImport {
    documents::Sheet& sheet;
    std::string region; ///< that works with them
    calendar::Date today;
    people::OnDifference on_difference = people::OnDifference::reject;
};

/// Creates the facilitators of a sheet, or joins its rows to those of the region who are known: by the same reference, else by
/// the same name where not both have a reference. Roles and qualifications are added to what is known; several rows of one
/// facilitator tell several. A row is refused by code: faults of FacilitatorRowReader, `differs`, `name-ambiguous` (several have
/// the name), `nobody-named`. Throws Problem(not_permitted, `not-permitted.region`).
batches::BatchResult import_facilitators(store::Database& database, const catalogue::Catalogue& catalogue,
                                         const vault::Journal& journal, const batches::Manner& manner,
                                         const FacilitatorImport& import);

} // namespace peergroup::facilitators
