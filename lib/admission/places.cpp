#include "admission/places.hpp"

#include <algorithm>

namespace peergroup::admission {

Seat Places::take(calendar::Date on, bool may_sit) {
    const auto staying = left_on.end() - std::ranges::upper_bound(left_on, on);
    const bool free = !capacity || enrolled + staying < *capacity;
    if (may_sit && free && waitlisted == 0) {
        ++enrolled;
        return Seat::enrolled;
    }
    if (!waiting_list) return Seat::refused;
    ++waitlisted;
    return Seat::waitlisted;
}

} // namespace peergroup::admission
