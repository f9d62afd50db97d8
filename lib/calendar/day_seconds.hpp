#pragma once

#include <cstdint>

namespace peergroup::calendar {

inline constexpr std::int64_t seconds_in_day = 86400;

/// The day since 1970-01-01 that holds a second since then, also before it.
constexpr std::int64_t floor_to_days(std::int64_t seconds) {
    return seconds / seconds_in_day - (seconds % seconds_in_day < 0 ? 1 : 0);
}

} // namespace peergroup::calendar
