#include "admission/eligibility.hpp"
#include "admission/offers.hpp"

#include <algorithm>

namespace peergroup::admission {

bool OfferDesk::is_first_passed_over(const std::vector<groups::Group>& sides) {
    const std::vector<Party> parties = parties_in_order(waiting_in(sides));
    return !parties.empty() && verdicts_on(parties, free_seats(sides)).front() != "next";
}

std::vector<OfferDesk::Prospect> OfferDesk::prospects(const std::vector<groups::Group>& sides) {
    const bool running = sides.front().state == groups::GroupState::running;
    std::vector<Prospect> found;
    for (const groups::Group& side : sides)
        for (const Offer& offer : offers_.unanswered(side.id))
            found.push_back({offer.person, side.id, offer.is_open_on(today_) ? "has-offer" : "offer-lapsed"});
    const std::vector<Party> parties = parties_in_order(waiting_in(sides));
    const std::vector<std::string> verdicts = running ? verdicts_beside_ties(sides, parties) : std::vector<std::string>();
    for (std::size_t place = 0; place < parties.size(); ++place)
        for (const Waiting& waiting : parties[place])
            found.push_back({waiting.membership.person, waiting.membership.group, running ? verdicts[place] : "group-ended"});
    return found;
}

// As settle goes through them: the seat of whoever is held back is for the next.
std::vector<std::string> OfferDesk::verdicts_beside_ties(const std::vector<groups::Group>& sides,
                                                         const std::vector<Party>& parties) {
    const FreeSeats free = free_seats(sides);
    std::vector<std::string> held_back(parties.size());
    while (true) {
        std::vector<Party> asked;
        for (std::size_t place = 0; place < parties.size(); ++place)
            if (held_back[place].empty()) asked.push_back(parties[place]);
        std::vector<std::string> verdicts = verdicts_on(asked, free);
        std::vector<std::string> all = held_back;
        auto verdict = verdicts.begin();
        bool found = false;
        for (std::size_t place = 0; place < parties.size(); ++place) {
            if (!held_back[place].empty()) continue;
            all[place] = std::move(*verdict++);
            if (all[place] != "next") continue;
            const auto reasons = told(reasons_against_party(sides, parties[place]), journal_.actor().cleared);
            if (reasons.empty()) continue;
            held_back[place] = reasons.front();
            found = true;
        }
        if (!found) return all;
    }
}

} // namespace peergroup::admission
