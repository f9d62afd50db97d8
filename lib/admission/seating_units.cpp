#include "admission/seating.hpp"
#include "groups/group_register.hpp"

#include <algorithm>
#include <utility>

namespace peergroup::admission {

// Rows come by group, and a pair's two sides one after the other.

void Seating::seat(Applicants& applicants, RefusedFamilies& refused) {
    applicants.for_each([&](const Applicant& applicant) {
        if (applicant.group == 0) return refer(applicant, refused);
        if (!unit_.terms.contains(applicant.group)) {
            seat_unit(refused);
            begin_unit(applicant);
        }
        if (unit_.limited)
            unit_.applicants.push_back(applicant);
        else
            seat_one(applicant, refused);
    });
    seat_unit(refused);
    write_group();
}

void Seating::begin_unit(const Applicant& applicant) {
    write_group();
    terms_ = {};
    coming_.clear();
    unit_ = {};
    for (const std::int64_t group : {applicant.group, applicant.other_side}) {
        if (group == 0) continue;
        const groups::GroupTerms& terms = unit_.terms.emplace(group, terms_reader_.of(group)).first->second;
        unit_.limited = unit_.limited || terms.capacity.has_value();
    }
}

void Seating::seat_unit(RefusedFamilies& refused) {
    if (unit_.applicants.size() > 1) {
        const PlacesBySide places = places_of_unit();
        unit_.held_back = ArrivingParties(people_).without_seat(arriving_in_unit(), places);
    }
    for (const Applicant& applicant : unit_.applicants)
        seat_one(applicant, refused);
}

void Seating::seat_one(const Applicant& applicant, RefusedFamilies& refused) {
    if (applicant.group != terms_.id) take_up(applicant.group);
    decide(applicant, refused);
}

PlacesBySide Seating::places_of_unit() {
    PlacesBySide places;
    for (const auto& [group, terms] : unit_.terms) {
        const std::vector<Membership>& stored = unit_.stored[group] = memberships_.of_group(group);
        Places& side = places[group] = Places::of(terms.capacity, terms.waiting_list, stored);
        note_offers(group, stored, side);
    }
    return places;
}

// Once each: whoever is there, or was and is not to come anew, needs no seat. In the order of the file.
std::vector<Arriving> Seating::arriving_in_unit() {
    std::set<std::pair<std::int64_t, std::int64_t>> seen;
    std::vector<Arriving> arriving;
    arriving.reserve(unit_.applicants.size());
    for (const Applicant& applicant : unit_.applicants) {
        stored_ = std::move(unit_.stored.at(applicant.group)); // for judging it is the group in hand
        int episode = 1;
        const calendar::Date on = applicant.on.date().value_or(request_.on);
        if (judge_known(applicant, on, episode).empty() && seen.emplace(applicant.group, applicant.person).second)
            arriving.push_back({applicant, on});
        unit_.stored.at(applicant.group) = std::move(stored_);
    }
    const auto line_of = [](const Arriving& one) { return one.applicant.line; };
    if (!std::ranges::is_sorted(arriving, {}, line_of)) std::ranges::sort(arriving, {}, line_of);
    return arriving;
}

void Seating::settle_passed_over() {
    OfferDesk desk(attempt_.transaction, attempt_.journal, catalogue_, batch_, request_.identity_codes.today);
    groups::GroupRegister groups(attempt_.transaction);
    std::set<std::int64_t> settled;
    for (const std::int64_t id : passed_over_) {
        const groups::Group group = groups.find(id).value();
        const auto sides = group.pair_code.empty() ? std::vector{group} : groups.sides_of(group.pair_code);
        if (settled.insert(sides.front().id).second && desk.is_first_passed_over(sides)) settled_.add(desk.settle(sides));
    }
}

} // namespace peergroup::admission
