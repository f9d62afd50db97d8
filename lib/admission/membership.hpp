#pragma once

#include "calendar/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace peergroup::admission {

enum class MembershipState { enrolled, waitlisted, left, completed, transferred, withdrawn };
std::string_view code_of(MembershipState state);
MembershipState membership_state(std::string_view code);

/// One time that a person is in a group, or waits for it: a closed range of days, in which the last one counts.
struct Membership {
    std::int64_t group = 0;
    std::int64_t person = 0;
    int episode = 1;
    MembershipState state = MembershipState::enrolled;
    std::optional<calendar::Date> waiting_on = {}; ///< the day from which the person waits
    std::int64_t waiting_order = 0;                ///< rises in the order in which people came; 0 for who never waited
    std::optional<calendar::Date> from_on = {};
    std::optional<calendar::Date> to_on = {};
    std::string reason = {};   ///< why it ended
    int priority = 0;          ///< on the waiting list: the higher, the sooner
    std::int64_t referral = 0; ///< of a new one: the way that it came of
    std::int64_t change_seq = 0;

    bool is_active() const { return state == MembershipState::enrolled || state == MembershipState::waitlisted; }
    /// The day by which a file knows the membership: the first of membership or waiting.
    calendar::Date first_day() const { return waiting_on ? *waiting_on : from_on.value_or(calendar::Date{}); }
    bool holds_on(calendar::Date day) const { return from_on && *from_on <= day && (!to_on || day <= *to_on); }
};

} // namespace peergroup::admission
