#pragma once

#include "calendar/date.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace peergroup::admission {

/// How an offer ended.
enum class Answer { accepted, declined, expired, withdrawn };

/// `accepted`, `declined`, `expired`, `withdrawn`.
std::string_view code_of(Answer answer);

/// A seat that is held for somebody who waits, until the last day on which it can be answered. The place on the waiting list is
/// kept meanwhile. Offers of one party are answered together: a family comes or stays away as one.
struct Offer {
    std::int64_t change_seq = 0; ///< by which it is known
    std::int64_t party = 0;      ///< the number of the party's first offer
    std::int64_t group = 0;
    std::int64_t person = 0;
    int episode = 1;
    calendar::Date made_on = {};
    std::optional<calendar::Date> until_on = {}; ///< none: the policy states no term

    /// Whether it can still be answered on `day`; an expiry is judged whenever it is read.
    bool is_open_on(calendar::Date day) const { return !until_on || day <= *until_on; }
};

} // namespace peergroup::admission
