#include "admission/offers.hpp"

#include "admission/eligibility.hpp"
#include "admission/leaving.hpp"
#include "admission/places.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace peergroup::admission {

namespace {

// The ties that bind those who wait together: each person's number, and whom the party is called after.
class Parties {
public:
    void tie(std::int64_t one, std::int64_t other) { names_[name_of(one)] = name_of(other); }
    std::int64_t name_of(std::int64_t person) {
        const auto known = names_.find(person);
        return known == names_.end() || known->second == person ? person : name_of(known->second);
    }

private:
    std::map<std::int64_t, std::int64_t> names_;
};

} // namespace

OfferDesk::OfferDesk(store::Transaction& transaction, const vault::Journal& journal, const catalogue::Catalogue& catalogue,
                     std::int64_t batch, calendar::Date today)
    : transaction_(transaction), journal_(journal), catalogue_(catalogue), batch_(batch), today_(today),
      memberships_(transaction), offers_(transaction), people_(transaction, journal.keys()),
      ties_(transaction, journal.keys(), people_), answered_(transaction, people_.keys()) {}

Settled OfferDesk::settle(const std::vector<groups::Group>& sides) {
    Settled settled;
    end_lapsed(sides, settled);
    if (sides.front().state != groups::GroupState::running) return settled;
    std::set<std::int64_t> held_back;
    for (std::size_t before = 1; before != held_back.size();) { // the seat of whoever is held back is for the next
        before = held_back.size();
        std::vector<Waiting> waiting = waiting_in(sides);
        std::erase_if(waiting, [&](const Waiting& one) { return held_back.contains(one.membership.person); });
        for (const Party& party : parties_that_fit(parties_in_order(waiting), free_seats(sides))) {
            if (reasons_against_party(sides, party).empty()) {
                settled.add(give(sides.front(), party, today_));
                continue;
            }
            for (const Waiting& one : party)
                held_back.insert(one.membership.person);
        }
    }
    return settled;
}

std::vector<std::string> OfferDesk::reasons_against_party(const std::vector<groups::Group>& sides, const Party& party) {
    std::vector<std::string> all;
    if (std::ranges::any_of(party, &Waiting::needs_adult) && std::ranges::none_of(party, &Waiting::is_adult))
        all.emplace_back(adult_missing_reason);
    for (const Waiting& one : party) {
        const Ties ties = ties_of(sides, one.membership);
        std::vector<std::string> reasons = reasons_against({}, {.ties = ties});
        answered_.set_aside(one.membership, ties, reasons);
        for (std::string& reason : reasons)
            if (std::ranges::find(all, reason) == all.end()) all.push_back(std::move(reason));
    }
    return all;
}

Ties OfferDesk::ties_of(const std::vector<groups::Group>& sides, const Membership& membership) {
    const auto has_seat = [&](std::int64_t person) {
        return std::ranges::any_of(sides, [&](const groups::Group& side) {
            const std::vector<Offer> open = offers_.unanswered(side.id);
            return memberships_.active_state(side.id, person) == MembershipState::enrolled ||
                   std::ranges::find(open, person, &Offer::person) != open.end();
        });
    };
    ties_.take_up(membership.group, catalogue_.type(sides.front().type).families_apart);
    return ties_.of(membership.person, today_, has_seat);
}

void OfferDesk::end_lapsed(const std::vector<groups::Group>& sides, Settled& settled) {
    const bool running = sides.front().state == groups::GroupState::running;
    const auto withdraw = [&](const Offer& offer) {
        offers_.answer(offer, {Answer::withdrawn, today_, batch_});
        settled.ended.push_back(offer);
    };
    std::set<std::int64_t> asked;
    for (const groups::Group& side : sides) // the adults' side comes first
        for (const Offer& offer : offers_.unanswered(side.id)) {
            const std::optional<Membership> waits = running ? waiting_membership(offer) : std::nullopt;
            if (!waits)
                withdraw(offer);
            else if (!offer.is_open_on(today_))
                let_go(offer, {Answer::expired, offer.until_on->plus_days(1), batch_},
                       catalogue_.organisation().policy.expired_offer, settled);
            else if (lacks_adult(side, *waits, [&](std::int64_t other) { return asked.contains(other); }))
                withdraw(offer);
            else
                asked.insert(offer.person);
        }
}

bool OfferDesk::lacks_adult(const groups::Group& side, const Membership& child, const std::function<bool(std::int64_t)>& comes) {
    if (!side.is_children_side()) return false;
    for (const std::int64_t other : people_.linked_to(child.person))
        if (comes(other) || memberships_.active_state(side.other_side, other) == MembershipState::enrolled) return false;
    std::vector<std::string> reasons{std::string(adult_missing_reason)};
    answered_.set_aside(child, {}, reasons);
    return !reasons.empty();
}

void OfferDesk::let_go(const Offer& offer, const Answered& answered, std::optional<catalogue::LetGo> policy, Settled& settled) {
    offers_.answer(offer, answered);
    settled.ended.push_back(offer);
    if (policy != catalogue::LetGo::leaves) return;
    Membership membership = waiting_membership(offer).value();
    end_membership(memberships_, membership,
                   {batch_, "withdrawn", answered.on, answered.answer == Answer::expired ? "offer_expired" : "offer_declined"});
    settled.left_list.push_back(std::move(membership));
}

Settled OfferDesk::give(const groups::Group& group, const Party& party, calendar::Date on) {
    Settled settled;
    const catalogue::GroupType& type = catalogue_.type(group.type);
    const std::optional<int> days = catalogue_.organisation().policy.offer_days;
    std::int64_t number = 0;
    for (const Waiting& waiting : party) {
        Membership membership = waiting.membership;
        if (type.freed_place == catalogue::FreedPlace::enrol) {
            membership.state = MembershipState::enrolled;
            membership.from_on = std::max(on, membership.first_day());
            memberships_.change(membership, {batch_, "enrolled", *membership.from_on});
            settled.promoted.push_back(std::move(membership));
            continue;
        }
        Offer offer{.party = number, .group = membership.group, .person = membership.person, .episode = membership.episode};
        offer.made_on = on;
        if (days) offer.until_on = on.plus_days(*days);
        offers_.make(offer, batch_);
        number = offer.party;
        settled.offered.push_back(offer);
    }
    return settled;
}

std::vector<Waiting> OfferDesk::waiting_in(const std::vector<groups::Group>& sides) {
    const bool own_first = catalogue_.type(sides.front().type).own_region_first;
    std::vector<Waiting> found;
    std::map<std::int64_t, std::vector<std::int64_t>> families;
    Parties parties;
    for (const groups::Group& side : sides) {
        const std::vector<Offer> open = offers_.unanswered(side.id);
        for (const Membership& membership : memberships_.of_group(side.id)) {
            if (membership.state != MembershipState::waitlisted) continue;
            if (std::ranges::find(open, membership.person, &Offer::person) != open.end()) continue;
            const std::int64_t number = membership.person;
            Waiting waiting{.membership = membership, .is_adult = !side.is_children_side()};
            waiting.own_region = !own_first || people_.find(number)->region == side.region;
            waiting.let_go = offers_.has_let_go({.group = side.id, .person = number, .episode = membership.episode});
            for (const std::int64_t family : people_.families_of(number))
                families[family].push_back(number);
            if (side.is_children_side()) {
                waiting.needs_adult = lacks_adult(side, membership, [](std::int64_t) { return false; });
                for (const std::int64_t other : people_.linked_to(number))
                    if (memberships_.active_state(side.other_side, other) == MembershipState::waitlisted)
                        parties.tie(number, other);
            }
            found.push_back(std::move(waiting));
        }
    }
    for (const auto& [family, members] : families)
        for (const std::int64_t member : members)
            parties.tie(member, members.front());
    for (Waiting& waiting : found)
        waiting.family = static_cast<std::uint64_t>(parties.name_of(waiting.membership.person));
    return found;
}

FreeSeats OfferDesk::free_seats(const std::vector<groups::Group>& sides) {
    FreeSeats free;
    for (const groups::Group& side : sides) {
        Places places = Places::of(side.capacity, side.waiting_list, memberships_.of_group(side.id));
        places.offered =
            std::ranges::count_if(offers_.unanswered(side.id), [this](const Offer& offer) { return offer.is_open_on(today_); });
        if (const auto seats = places.free_on(today_)) free[side.id] = *seats;
    }
    return free;
}

std::optional<Membership> OfferDesk::waiting_membership(const Offer& offer) {
    for (const Membership& membership : memberships_.of_group(offer.group))
        if (membership.person == offer.person && membership.episode == offer.episode &&
            membership.state == MembershipState::waitlisted)
            return membership;
    return std::nullopt;
}

} // namespace peergroup::admission
