#pragma once

#include "calendar/date.hpp"

#include <cstdint>
#include <string>

namespace peergroup::groups {

/// What happened to a group or a meeting, for its history.
struct Change {
    std::int64_t batch = 0;
    std::string kind =
        {}; ///< created, opened, closed, cancelled, finished, edited; planned, moved, relocated, cancelled, held, logged
    calendar::Date effective_on = {};
    std::string reason = {};
};

} // namespace peergroup::groups
