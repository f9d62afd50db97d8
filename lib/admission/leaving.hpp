#pragma once

#include "admission/membership_register.hpp"

#include <string>
#include <vector>

namespace peergroup::admission {

/// The reasons for which somebody leaves.
const std::vector<std::string>& leaving_reasons();

/// Ends an active membership: a member leaves or completes, as the step says; whoever waits withdraws.
void end_membership(MembershipRegister& memberships, Membership& membership, const Step& step);

} // namespace peergroup::admission
