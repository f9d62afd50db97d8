#include "admission/asked_terms.hpp"
#include "admission/entry_reasons.hpp"
#include "admission/offers.hpp"
#include "admission/places.hpp"
#include "catalogue/fact_codes.hpp"
#include "groups/group_terms.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

// What is said by name about offers: who gets one, and what the answer is.
namespace peergroup::admission {

namespace {

Problem refusal(std::string code, std::string sentence, std::string hint = {}) {
    return {ProblemKind::refused, std::move(code), std::move(sentence), "", std::move(hint)};
}

std::string text_of(std::int64_t person) {
    return people::PersonCode(person).text();
}

} // namespace

void Settled::add(Settled&& more) {
    std::ranges::move(more.offered, std::back_inserter(offered));
    std::ranges::move(more.promoted, std::back_inserter(promoted));
    std::ranges::move(more.ended, std::back_inserter(ended));
    std::ranges::move(more.remarks, std::back_inserter(remarks));
    std::ranges::move(more.left_list, std::back_inserter(left_list));
}

Offer OfferDesk::open_offer(const std::vector<groups::Group>& sides, people::PersonCode person) {
    for (const groups::Group& side : sides)
        for (const Offer& offer : offers_.unanswered(side.id)) {
            if (offer.person != person.number()) continue;
            if (offer.is_open_on(today_)) return offer;
            throw refusal("offer-lapsed",
                          fmt::format("the offer to {} could be answered until {}", person.text(), offer.until_on->iso()),
                          "`peergroup offer make` makes another one if there is a seat");
        }
    throw refusal("no-offer", fmt::format("{} has no offer of {}", person.text(), sides.front().code.text()),
                  "see `peergroup offer list`");
}

std::vector<Offer> OfferDesk::party_of(const std::vector<groups::Group>& sides, const Offer& offer) {
    std::vector<Offer> party;
    for (const groups::Group& side : sides)
        for (const Offer& other : offers_.unanswered(side.id))
            if (other.party == offer.party) party.push_back(other);
    return party;
}

Party OfferDesk::named_party(const std::vector<Party>& parties, const groups::Group& group, std::int64_t person) const {
    const auto is_named = [person](const Waiting& one) { return one.membership.person == person; };
    const auto found = std::ranges::find_if(parties, [&](const Party& party) { return std::ranges::any_of(party, is_named); });
    if (found == parties.end())
        throw refusal("not-waiting",
                      fmt::format("{} does not wait for {}, or has an offer already", text_of(person), group.code.text()));
    return *found;
}

void OfferDesk::require_no_reason(const std::vector<groups::Group>& sides, const Party& party, std::string_view override_code) {
    std::vector<std::string> reasons = reasons_against_party(sides, party);
    const bool answered = set_aside(reasons, override_code) > 0;
    if (!reasons.empty()) {
        const std::string code = told(std::move(reasons), journal_.actor().cleared).front();
        throw refusal(code, fmt::format("no seat in {} can be offered: {}", sides.front().code.text(), code),
                      fmt::format("--override {} with --reason answers for it", code));
    }
    if (!answered) return;
    for (const Waiting& one : party)
        answered_.note(one.membership, batch_, override_code, ties_of(sides, one.membership).others);
}

Settled OfferDesk::offer_to(const std::vector<groups::Group>& sides, const OfferWish& wish) {
    Settled settled;
    end_lapsed(sides, settled);
    const std::vector<Party> waiting = parties_in_order(waiting_in(sides));
    std::vector<Party> named;
    std::set<std::int64_t> taken; // a party is offered its seats once, however many of it are named
    for (const std::int64_t person : wish.people) {
        if (taken.contains(person)) continue;
        Party& party = named.emplace_back(named_party(waiting, sides.front(), person));
        require_no_reason(sides, party, wish.override_code);
        for (Waiting& one : party) {
            taken.insert(one.membership.person);
            one.let_go = false; // who is named is asked again
            one.needs_adult = false;
        }
    }
    if (parties_that_fit(named, free_seats(sides)).size() < named.size())
        throw refusal("no-free-seat",
                      taken.size() > wish.people.size() ? fmt::format("{} has no free seats for all {} who come together",
                                                                      sides.front().code.text(), taken.size())
                                                        : fmt::format("{} has no free seat for that", sides.front().code.text()),
                      "seats that others were offered are held until they answer");
    for (const Party& party : named)
        settled.add(give(sides.front(), party, wish.made_on));
    return settled;
}

Settled OfferDesk::accept(const std::vector<groups::Group>& sides, const Offer& offer, const Acceptance& acceptance) {
    const std::vector<Offer> party = party_of(sides, offer);
    require_entry(sides, party, acceptance);
    require_seats(sides, party, acceptance.on);
    Settled settled;
    for (const Offer& one : party) {
        Membership membership = waiting_membership(one).value();
        membership.state = MembershipState::enrolled;
        membership.from_on = std::max(acceptance.on, membership.first_day());
        memberships_.change(membership, {batch_, "enrolled", *membership.from_on});
        offers_.answer(one, {Answer::accepted, acceptance.on, batch_});
        settled.promoted.push_back(std::move(membership));
    }
    return settled;
}

// Whoever waits has gone the way to the group, and stays when its intake closes. Those of one party have agreed to come together.
void OfferDesk::require_entry(const std::vector<groups::Group>& sides, const std::vector<Offer>& party,
                              const Acceptance& acceptance) {
    const catalogue::GroupType& type = catalogue_.type(sides.front().type);
    groups::TermsReader reader(transaction_);
    const auto in_party = [&](std::int64_t person) { return std::ranges::find(party, person, &Offer::person) != party.end(); };
    const auto sits = [&](std::int64_t person) {
        return !in_party(person) && std::ranges::any_of(sides, [&](const groups::Group& side) {
            return memberships_.active_state(side.id, person) == MembershipState::enrolled;
        });
    };
    const bool cleared = journal_.actor().cleared;
    for (const Offer& one : party) {
        const Membership membership = waiting_membership(one).value();
        const groups::GroupTerms group = reader.of(one.group);
        Terms terms = terms_of(group, type, {acceptance.on, last_entry_day(group, catalogue_.organisation().policy, reader)});
        terms.intake_open = true;
        terms.steps = {};
        ties_.take_up(one.group, type.families_apart);
        const Candidate candidate{.person = one.person,
                                  .required = catalogue::requires_completed_of(type, group.variant),
                                  .ties = ties_.of(one.person, acceptance.on, sits)};
        std::vector<std::string> reasons = entry_reasons(people_, memberships_, terms, candidate, cleared);
        const groups::Group& side = *std::ranges::find(sides, one.group, &groups::Group::id);
        if (lacks_adult(side, membership, in_party)) reasons.emplace_back(adult_missing_reason);
        answered_.set_aside(membership, candidate.ties, reasons);
        if (set_aside(reasons, acceptance.override_code) > 0)
            answered_.note(membership, batch_, acceptance.override_code, candidate.ties.others);
        if (reasons.empty()) continue;
        const std::string code = told(std::move(reasons), cleared).front();
        throw refusal(code, fmt::format("{} cannot come into {}: {}", text_of(one.person), sides.front().code.text(), code),
                      fmt::format("--override {} with --reason answers for it", code));
    }
}

void OfferDesk::require_seats(const std::vector<groups::Group>& sides, const std::vector<Offer>& party, calendar::Date on) {
    for (const groups::Group& side : sides) {
        const Places places = Places::of(side.capacity, side.waiting_list, memberships_.of_group(side.id));
        const std::int64_t needed = std::ranges::count(party, side.id, &Offer::group);
        if (places.free_on(on).value_or(needed) < needed)
            throw refusal("no-free-seat", fmt::format("the seat in {} is not free on {}", side.code.text(), on.iso()),
                          "say a later day with --on");
    }
}

Settled OfferDesk::decline(const std::vector<groups::Group>& sides, const Offer& offer, calendar::Date on) {
    Settled settled;
    for (const Offer& one : party_of(sides, offer))
        let_go(one, {Answer::declined, std::max(on, one.made_on), batch_}, catalogue_.organisation().policy.declined_offer,
               settled);
    return settled;
}

} // namespace peergroup::admission
