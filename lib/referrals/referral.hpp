#pragma once

#include "calendar/date.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::referrals {

/// Where somebody's way towards a group stands. `placed`: a membership came of it, which is not written down here but known by
/// the membership that names it.
enum class ReferralState : std::uint8_t {
    referred,
    interview_scheduled,
    interviewed,
    suitable,
    not_suitable,
    deferred,
    placed,
    withdrawn
};

/// `interview_scheduled`.
std::string_view code_of(ReferralState state);
std::optional<ReferralState> parse_referral_state(std::string_view code);
/// Throws std::logic_error for a word that no state has.
ReferralState referral_state(std::string_view code);
/// Whether the state is what somebody decided: `suitable`, `not_suitable`, `deferred`.
bool is_decision(ReferralState state);

/// Reasons for which a group does not suit somebody, or not yet.
const std::vector<std::string>& decision_reasons();

/// Where a way leads to: a group, or both sides of a pair; or any group of a type in a region.
struct Destination {
    std::int64_t group = 0; ///< of a pair either side; 0: of the type
    std::int64_t other_side = 0;
    std::string type = {};
    std::string region = {};
};

/// One person's way towards a group, or towards a type in a region before there is any group (HKI-04, KAI-07, KAC-03, VOI-06).
struct Referral {
    std::int64_t id = 0; ///< the number of its first step
    std::int64_t person = 0;
    std::int64_t group = 0; ///< 0: towards the type
    std::string type = {};
    std::string region = {};
    ReferralState state = ReferralState::referred;
    bool used = false;     ///< a membership came of it
    std::string path = {}; ///< by whom the person was referred; empty where nobody did
    std::optional<calendar::Date> referred_on = {};
    std::optional<calendar::Date> scheduled_on = {};
    std::optional<calendar::Date> interviewed_on = {};
    std::optional<calendar::Date> decided_on = {};
    std::string decided_by = {};
    std::string reason = {};
    int priority = 0; ///< that the membership starts with
    std::int64_t change_seq = 0;

    ReferralState standing() const { return used ? ReferralState::placed : state; }
    bool is_open() const { return !used && state != ReferralState::withdrawn; }
    /// Whether it is towards just that: the group itself, or the type itself.
    bool is_towards(const Destination& destination) const;
    /// Whether it lets somebody into the destination: one towards a type leads into every group of it in the region.
    bool leads_to(const Destination& destination) const;
};

} // namespace peergroup::referrals
