#pragma once

#include "admission/eligibility.hpp"
#include "batches/batch_run.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "people/matching.hpp"
#include "people/person_details.hpp"

#include <vector>

namespace peergroup::admission {

/// Rows that ask for places in groups. A single enrolment is a sheet of one row.
struct EnrolRequest {
    documents::Sheet& sheet;
    calendar::Date on; ///< the first day, for rows that state none
    people::IdentityCode::Policy identity_codes;
    people::OnDifference on_difference = people::OnDifference::reject;
    bool different_person = false;
    bool again = false;             ///< a membership that has ended may begin anew
    bool notify = false;            ///< whoever gets a seat is to be told of it, as rules of reminders say
    std::string override_code = {}; ///< a reason of `reasons_against` that does not count this time: one of `overridable_reasons`
};

/// The columns of such a sheet: `group`, `person`, `on`, a person's own data, family and relation, attested facts, the way in;
/// and `type` with `region` in place of a group that is not there yet.
std::vector<documents::ColumnName> enrolment_columns();

/// Takes the people of a sheet into their groups: enrolled where there is a seat, waitlisted where there is none, unchanged where
/// they are already; `referred` where a row names a type and a region in place of a group. Rows of one family stand or fall
/// together. Codes of refusal: those of people::match_person, PersonDetailsReader, ToldFactsReader, referrals::ToldStepsReader,
/// reasons_against, referrals::course_of and
/// referrals::DeciderGuard, and `group-missing`, `group-not-found`, `person-missing`, `person-not-found`,
/// `already-enrolled`, `membership-overlaps`, `no-linked-adult` (KAI-04: a child of a pair has a linked adult on the other side),
/// `group-full` (only where a group keeps no waiting list), `family-refused`, `not-permitted.region`, `not-permitted.group`.
/// Memory stays flat whatever the sheet's size.
batches::BatchResult enrol(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                           const batches::Manner& manner, const EnrolRequest& request);

} // namespace peergroup::admission
