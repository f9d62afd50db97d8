#pragma once

#include "admission/membership.hpp"
#include "calendar/date.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace peergroup::admission {

enum class Seat { enrolled, waitlisted, refused };

/// The seats of one group: the one place where capacity is decided.
struct Places {
    std::optional<int> capacity; ///< unset: no limit is known, so none is applied
    bool waiting_list = true;    ///< false: whoever finds the group full is refused
    std::int64_t enrolled = 0;
    std::int64_t waitlisted = 0;
    std::int64_t offered = 0;                 ///< seats held for some of those who wait
    std::int64_t asked = 0;                   ///< of those who wait: have an offer, or have let one go
    std::vector<calendar::Date> left_on = {}; ///< the last days of those who were members, in order

    /// Gives the next one a seat from day `on`, or a place at the end of the waiting list: behind those who wait already and have
    /// not been asked, even when a seat has become free meanwhile. A seat whose member stays until after `on` is taken; on its
    /// last day it may change hands. `may_sit` false: who comes waits in any case (a child whose adult waits).
    Seat take(calendar::Date on, bool may_sit = true);
    /// The seats that nobody has or is offered on `on`; nothing where no limit is known. Below zero when a limit was lowered.
    std::optional<std::int64_t> free_on(calendar::Date on) const;

    /// The places as these memberships of a group leave them.
    static Places of(std::optional<int> capacity, bool waiting_list, std::span<const Membership> memberships);
};

} // namespace peergroup::admission
