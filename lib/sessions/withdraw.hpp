#pragma once

#include "admission/membership.hpp"
#include "admission/offers.hpp"
#include "catalogue/catalogue.hpp"
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

} // namespace peergroup::sessions
