#include "admission/eligibility.hpp"
#include "admission/offers.hpp"

#include <algorithm>

namespace peergroup::admission {

std::vector<OfferDesk::Prospect> OfferDesk::prospects(const std::vector<groups::Group>& sides) {
    const bool running = sides.front().state == groups::GroupState::running;
    std::vector<Prospect> found;
    for (const groups::Group& side : sides)
        for (const Offer& offer : offers_.unanswered(side.id))
            found.push_back({offer.person, side.id, offer.is_open_on(today_) ? "has-offer" : "offer-lapsed"});
    const std::vector<Party> parties = parties_in_order(waiting_in(sides));
    const std::vector<std::string> verdicts = verdicts_on(parties, free_seats(sides));
    for (std::size_t place = 0; place < parties.size(); ++place) {
        std::string code = running ? verdicts[place] : "group-ended";
        if (code == "next")
            if (const auto reasons = told(reasons_against_party(sides, parties[place]), journal_.actor().cleared);
                !reasons.empty())
                code = reasons.front();
        for (const Waiting& waiting : parties[place])
            found.push_back({waiting.membership.person, waiting.membership.group, code});
    }
    return found;
}

} // namespace peergroup::admission
