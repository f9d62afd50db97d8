#pragma once

#include "admission/eligibility.hpp"
#include "admission/membership_register.hpp"
#include "people/person_register.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace peergroup::admission {

/// Somebody before a group: who is to be judged, with what only the asker knows.
struct Candidate {
    std::int64_t person;
    std::string required = {}; ///< the type that has to be completed before, or empty
    Ties ties = {};
    referrals::Reached reached = {};
};

/// Reads what the terms ask for of one person and gives every reason against taking that one, in the order in which they are
/// told; who asked that data be only kept is judged by an actor with clearance as anybody.
std::vector<std::string> entry_reasons(people::PersonRegister& people, MembershipRegister& memberships, const Terms& terms,
                                       const Candidate& candidate, bool cleared);

} // namespace peergroup::admission
