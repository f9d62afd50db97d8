#pragma once

#include "calendar/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::facilitators {

/// What a facilitator may guide, such as `voikukkia-peer`, from the day on which it was earned.
struct Qualification {
    std::string code;
    calendar::Date earned_on;
    std::optional<calendar::Date> expires_on = {}; ///< the last day
    std::optional<calendar::Date> revoked_on = {}; ///< the first day without it

    bool operator==(const Qualification&) const = default;

    /// Whether it is held on the day: earned by then, not expired, not revoked.
    bool is_held_on(calendar::Date day) const;
};

/// The codes of those that are held on the day, each once, sorted.
std::vector<std::string> held_on(const std::vector<Qualification>& qualifications, calendar::Date day);

} // namespace peergroup::facilitators
