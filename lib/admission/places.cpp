#include "admission/places.hpp"

#include <algorithm>

namespace peergroup::admission {

Seat Places::take(calendar::Date on, bool may_sit) {
    if (may_sit && waitlisted == asked && free_on(on).value_or(1) > 0) {
        ++enrolled;
        return Seat::enrolled;
    }
    if (!waiting_list) return Seat::refused;
    ++waitlisted;
    return Seat::waitlisted;
}

std::optional<std::int64_t> Places::free_on(calendar::Date on) const {
    if (!capacity) return std::nullopt;
    const auto staying = left_on.end() - std::ranges::upper_bound(left_on, on);
    return *capacity - enrolled - staying - offered;
}

Places Places::of(std::optional<int> capacity, bool waiting_list, std::span<const Membership> memberships) {
    Places places{.capacity = capacity, .waiting_list = waiting_list};
    for (const Membership& membership : memberships) {
        if (membership.state == MembershipState::enrolled) ++places.enrolled;
        if (membership.state == MembershipState::waitlisted) ++places.waitlisted;
        if (!membership.is_active() && membership.from_on && membership.to_on) places.left_on.push_back(*membership.to_on);
    }
    std::ranges::sort(places.left_on);
    return places;
}

} // namespace peergroup::admission
