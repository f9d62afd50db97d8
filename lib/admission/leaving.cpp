#include "admission/leaving.hpp"

namespace peergroup::admission {

const std::vector<std::string>& leaving_reasons() {
    static const std::vector<std::string> reasons = {"own_choice", "moved_away",   "circumstances",   "other_service",
                                                     "no_contact", "not_suitable", "group_cancelled", "other"};
    return reasons;
}

void end_membership(MembershipRegister& memberships, Membership& membership, const Step& step) {
    membership.state = membership.state == MembershipState::waitlisted ? MembershipState::withdrawn : membership_state(step.kind);
    membership.to_on = step.effective_on;
    membership.reason = step.reason;
    memberships.change(membership, {step.batch, code_of(membership.state), step.effective_on, step.reason});
}

} // namespace peergroup::admission
