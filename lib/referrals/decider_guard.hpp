#pragma once

#include "catalogue/catalogue.hpp"
#include "facilitators/facilitator_register.hpp"
#include "facilitators/group_staff.hpp"
#include "referrals/referral.hpp"
#include "store/database.hpp"
#include "vault/key_ring.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace peergroup::referrals {

/// Whether somebody may decide if a group suits a person (VOI-06: its facilitators do). For one transaction.
class DeciderGuard {
public:
    DeciderGuard(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::KeyRing& ring);

    /// The code that refuses the decider, or nothing. Where the type says that facilitators decide: `decider-not-staff` unless a
    /// facilitator's code is told who guides the group on the day, or works in the region where only a type is named;
    /// `decider-not-qualified` unless what the type names for the role is held then, or for a type any of what it names.
    std::string refusal_of(const Destination& destination, const std::string& decided_by, calendar::Date day);

private:
    std::string judge(const Destination& destination, std::string_view decided_by, calendar::Date day);
    std::string judge_staff(const Destination& destination, facilitators::FacilitatorCode code, calendar::Date day);
    std::string judge_region(const Destination& destination, facilitators::FacilitatorCode code, calendar::Date day);

    store::Transaction& transaction_;
    const catalogue::Catalogue& catalogue_;
    facilitators::FacilitatorRegister facilitators_;
    facilitators::QualificationRegister qualifications_;
    std::unordered_map<std::string, std::string> known_; ///< a sheet asks the same again and again
};

/// Whether somebody in the role, who holds these, is qualified to decide for groups of the type: holds what the type names for
/// the role, or any of what it names where it names nothing for that role; everybody is where it names nothing at all.
bool is_qualified(const catalogue::GroupType& type, std::string_view role, const std::vector<std::string>& held);

} // namespace peergroup::referrals
