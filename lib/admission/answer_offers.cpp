#include "admission/language_remarks.hpp"
#include "admission/offers.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_changes.hpp"
#include "groups/group_register.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::admission {

namespace {

bool was_answered(const Settled& settled, people::PersonCode person) {
    return std::ranges::find(settled.promoted, person.number(), &Membership::person) != settled.promoted.end() ||
           std::ranges::find(settled.ended, person.number(), &Offer::person) != settled.ended.end();
}

Settled answer_all(OfferDesk& desk, const std::vector<groups::Group>& sides, const OfferRequest& request) {
    Settled settled;
    for (const people::PersonCode& person : request.people) {
        if (was_answered(settled, person)) continue; // with the party of somebody named before
        const Offer offer = desk.open_offer(sides, person);
        settled.add(request.verb == OfferVerb::accept ? desk.accept(sides, offer, {request.on, request.override_code})
                                                      : desk.decline(sides, offer, request.on));
    }
    settled.add(desk.settle(sides));
    return settled;
}

Settled make(OfferDesk& desk, const std::vector<groups::Group>& sides, const OfferRequest& request) {
    if (request.people.empty()) return desk.settle(sides);
    std::vector<std::int64_t> numbers;
    for (const people::PersonCode& person : request.people)
        numbers.push_back(person.number());
    return desk.offer_to(sides, {std::move(numbers), request.on, request.override_code});
}

std::string objects_of(const OfferRequest& request) {
    std::string objects = request.group.text();
    for (const people::PersonCode& person : request.people)
        objects += " " + person.text();
    return objects;
}

} // namespace

void require_said(OfferVerb verb, calendar::Date on, calendar::Date today) {
    if (verb != OfferVerb::accept && on > today)
        throw Problem(ProblemKind::refused, "step-in-future", fmt::format("{} is still to come", on.iso()), "--on",
                      "say it on the day itself, or later");
}

Settled answer_offers(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                      const OfferRequest& request) {
    require_override(journal.actor(), request.override_code);
    require_said(request.verb, request.on, request.today);
    store::Transaction transaction = database.write();
    groups::GroupRegister groups(transaction);
    std::vector<groups::Group> sides = groups.require(request.group, journal.actor());
    groups::require_running(sides.front());
    // A pair is settled as one, whichever of its sides is named.
    if (sides.size() == 1 && !sides.front().pair_code.empty()) sides = groups.sides_of(sides.front().pair_code);
    people::PersonRegister people(transaction, journal.keys());
    for (const people::PersonCode& person : request.people)
        people::require_unrestricted(people, person, journal.actor());
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    OfferDesk desk(transaction, journal, catalogue, batch, request.today);
    Settled settled = request.verb == OfferVerb::make ? make(desk, sides, request) : answer_all(desk, sides, request);
    settled.remarks = language_remarks(transaction, batch);
    journal.record_change(
        transaction, {sides.front().region},
        {objects_of(request),
         fmt::format("offered={} enrolled={} ended={}", settled.offered.size(), settled.promoted.size(), settled.ended.size()),
         batch});
    transaction.commit();
    return settled;
}

} // namespace peergroup::admission
