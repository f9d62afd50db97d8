#pragma once

#include "batches/batch_run.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <string>

namespace peergroup::referrals {

enum class ReferralVerb { refer, interview };

/// Rows of steps on the way into groups. A single step is a sheet of one row.
struct ReferralRows {
    documents::Sheet& sheet;
    ReferralVerb verb = ReferralVerb::refer;
    calendar::Date on;        ///< of rows that state no day
    calendar::Date today;     ///< nothing but an agreed interview is of a later day
    bool again = false;       ///< a way that has ended may begin anew
    std::string decider = {}; ///< code of whoever decides where the row names nobody
};

/// Records the steps of a sheet, each person's row by itself: `referred`, `scheduled`, `interviewed`, `decided`, or `unchanged`
/// where all of it is known. Codes of refusal: those of ToldStepsReader and Destinations, `group-missing`, `no-group-code`,
/// `person-missing`, `no-person-code`, `person-not-found`, `person-restricted`, `not-permitted.region`, `not-permitted.group`,
/// `referred-by-missing`, those of DeciderGuard, and `referral-is.<state>` where the way stands beyond the step.
batches::BatchResult record_referrals(store::Database& database, const catalogue::Catalogue& catalogue,
                                      const vault::Journal& journal, const batches::Manner& manner, const ReferralRows& rows);

} // namespace peergroup::referrals
