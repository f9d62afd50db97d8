#pragma once

#include "admission/membership.hpp"
#include "admission/offer.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace peergroup::admission {

/// An answer, for the record.
struct Answered {
    Answer answer;
    calendar::Date on;
    std::int64_t batch;
};

/// What the offers of a group mean for whoever comes newly.
struct OfferStanding {
    std::int64_t held = 0;                             ///< seats
    std::set<std::pair<std::int64_t, int>> asked = {}; ///< person and episode of everybody who has an offer or has let one go
};

/// The offers in one transaction.
class OfferRegister {
public:
    explicit OfferRegister(store::Transaction& transaction);

    /// The offers of the group that nobody has answered, lapsed ones too, in the order in which they were made.
    std::vector<Offer> unanswered(std::int64_t group);
    OfferStanding standing(std::int64_t group, calendar::Date today);
    /// How the membership's newest offer was answered; nothing where there is none, or it is open.
    std::optional<Answer> last_answer(const Membership& membership);
    /// Whether the person has let an offer of this membership go.
    bool has_let_go(const Offer& offer);

    /// Numbers the offer and writes it. With `party` 0 it is the first of its party.
    void make(Offer& offer, std::int64_t batch);
    void answer(const Offer& offer, const Answered& answered);

private:
    store::Transaction& transaction_;
    store::Statement unanswered_;
};

} // namespace peergroup::admission
