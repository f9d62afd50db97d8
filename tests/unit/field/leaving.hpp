#pragma once

#include "admission/leaving.hpp"
#include "catalogue/catalogue_store.hpp"
#include "unit/field/admission_in_county.hpp"

#include <stdexcept>
#include <string_view>

namespace field {

/// Ends the active membership of a person, by the room of admission alone: no meeting is asked about.
inline void leave(County& county, std::string_view code, std::int64_t number, std::string_view last_day,
                  std::string_view kind = "left") {
    const groups::Group left = group(county, code);
    const vault::Journal journal = county.journal("withdraw");
    store::Transaction transaction = county.database().write();
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, county.rules()));
    admission::MembershipRegister memberships(transaction);
    for (admission::Membership& membership : memberships.of_group(left.id)) {
        if (membership.person != number || !membership.is_active()) continue;
        admission::end_membership(memberships, membership, {batch, kind, day(last_day), "moved_away"});
        transaction.commit();
        return;
    }
    throw std::logic_error("nobody to leave");
}

} // namespace field
