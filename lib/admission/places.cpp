#include "admission/places.hpp"

namespace peergroup::admission {

Seat Places::take(bool may_sit) {
    const bool free = !capacity || enrolled < *capacity;
    if (may_sit && free && waitlisted == 0) {
        ++enrolled;
        return Seat::enrolled;
    }
    if (!waiting_list) return Seat::refused;
    ++waitlisted;
    return Seat::waitlisted;
}

} // namespace peergroup::admission
