#pragma once

#include "admission/membership.hpp"
#include "admission/offers.hpp"
#include "batches/batch_run.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "people/person_code.hpp"
#include "referrals/referral.hpp"
#include "referrals/target.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <string>
#include <vector>

namespace peergroup::sessions {

/// Who leaves which group, or no longer wants to come into one, and on which day: it is the last one that counts.
struct Withdrawal {
    referrals::Target target; ///< the code of a pair means whichever side the person is in
    std::vector<people::PersonCode> people;
    calendar::Date last_day;
    std::string reason;
    calendar::Date today; ///< a seat is free for others at once, so nobody leaves on a day to come
};

/// The memberships that ended, the ways that were left of those who had none, and what the waiting list of the group gave then.
struct Withdrawn {
    std::vector<admission::Membership> ended;
    std::vector<referrals::Referral> ways;
    admission::Settled settled;
    std::vector<admission::Membership> alone = {}; ///< children whose last adult left the group beside theirs
};

/// Ends memberships, takes people off waiting lists and ends their ways in; all or none. A freed place goes to whoever waits for
/// it. Throws Problem: not_found (`group-not-found`, `person-not-found`), refused (`not-a-member`, `leaves-before-coming`,
/// `leaves-in-future`, `marked-after-leaving`: nobody is marked at a meeting after the last day), usage
/// (`unknown-leaving-reason`).
Withdrawn withdraw(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                   const Withdrawal& withdrawal);

/// Rows of who leaves which group: `group`, `person`, `on`, `reason`.
struct WithdrawalRows {
    documents::Sheet& sheet;
    calendar::Date last_day; ///< of rows that state none
    std::string reason;      ///< of rows that state none
    calendar::Date today;
};
std::vector<documents::ColumnName> withdrawal_columns();

/// What became of the rows, what the waiting lists gave, and the children who were left alone.
struct WithdrawnRows {
    batches::BatchResult result;
    admission::Settled settled = {};
    std::vector<admission::Membership> alone = {};
};

/// Takes the rows of a sheet as `withdraw` takes people: `withdrawn`, or `unchanged` where the row tells how the newest
/// membership has ended already (a row without a day or a reason means whichever). Freed places are given once, at the end. Codes
/// of refusal: those of admission::PlaceRowsReader and of `withdraw`, and `left-otherwise` where the membership ended on another
/// day or for another reason.
WithdrawnRows withdraw_rows(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                            const batches::Manner& manner, const WithdrawalRows& rows);

} // namespace peergroup::sessions
