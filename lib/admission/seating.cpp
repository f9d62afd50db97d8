#include "admission/seating.hpp"

#include "admission/asked_terms.hpp"
#include "admission/offer_register.hpp"
#include "catalogue/fact_codes.hpp"
#include "people/family_rows.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace peergroup::admission {

Seating::Seating(const EnrolRun& run, WaysIn& ways)
    : attempt_(run.attempt), request_(run.request), catalogue_(run.catalogue), told_(run.told), ways_(ways), batch_(run.batch),
      terms_reader_(attempt_.transaction), memberships_(attempt_.transaction),
      people_(attempt_.transaction, attempt_.journal.keys()), ties_(attempt_.transaction, attempt_.journal.keys(), people_),
      answered_(attempt_.transaction, people_.keys()), spool_folder_(run.manner.spool_folder),
      members_(spool_folder_, {}, side_memory), relatives_(spool_folder_, {}, side_memory) {}

void Seating::take_up(std::int64_t group) {
    write_group();
    terms_ = unit_.terms.contains(group) ? unit_.terms.at(group) : terms_reader_.of(group);
    type_ = &catalogue_.type(terms_.type);
    last_entry_day_ = last_entry_day(terms_, catalogue_.organisation().policy, terms_reader_);
    stored_ = unit_.stored.contains(group) ? std::move(unit_.stored.at(group)) : memberships_.of_group(group);
    coming_.clear();
    families_coming_.clear();
    ties_.take_up(group, type_->families_apart);
    places_ = Places::of(terms_.capacity, terms_.waiting_list, stored_);
    note_offers(group, stored_, places_);
    others_wait_ = places_.waitlisted > places_.asked;
    if (!terms_.children_side)
        adults_ = {.group = group};
    else if (adults_.group != terms_.other_side)
        adults_ = {};
}

void Seating::note_offers(std::int64_t group, std::span<const Membership> stored, Places& places) {
    if (places.waitlisted == 0) return;
    const OfferStanding standing = OfferRegister(attempt_.transaction).standing(group, request_.identity_codes.today);
    places.offered = standing.held;
    for (const Membership& membership : stored)
        if (membership.state == MembershipState::waitlisted && standing.asked.contains({membership.person, membership.episode}))
            ++places.asked;
}

const Membership* Seating::latest_of(const Applicant& applicant, calendar::Date on, bool& same_day) const {
    const Membership* latest = nullptr;
    const auto first = std::ranges::lower_bound(stored_, applicant.person, {}, &Membership::person);
    for (auto membership = first; membership != stored_.end() && membership->person == applicant.person; ++membership) {
        same_day = same_day || membership->first_day() == on;
        latest = &*membership;
    }
    if (const auto coming = coming_.find(applicant.person); coming != coming_.end()) {
        same_day = same_day || coming->second.first_day() == on;
        latest = &coming->second;
    }
    return latest;
}

std::string Seating::judge_known(const Applicant& applicant, calendar::Date on, int& episode) const {
    const bool day_given = applicant.on.date().has_value();
    bool same_day = false;
    const Membership* const latest = latest_of(applicant, on, same_day);
    episode = latest == nullptr ? 1 : latest->episode + 1;
    if (latest == nullptr) return "";
    if (day_given && same_day) return "unchanged";
    if (latest->is_active()) return day_given ? "already-enrolled" : "unchanged";
    if (!day_given && !request_.again) return "unchanged";
    return latest->to_on && on <= *latest->to_on ? "membership-overlaps" : "";
}

std::string Seating::reason_against(const Applicant& applicant, calendar::Date on) {
    const Terms terms = terms_of(terms_, *type_, {on, last_entry_day_});
    Facts facts{.born_on = applicant.born.date(), .restricted = applicant.restricted, .completed = applicant.completed};
    facts.reached = reached_of(applicant.reached);
    facts.ties = ties_of(applicant, on);
    if (applicant.attested != 0) facts.attested = terms.eligibility.subspan(applicant.attested - 1U, 1);
    std::vector<std::string> reasons = reasons_against(terms, facts);
    if (const std::int64_t count = set_aside(reasons, request_.override_code); count > 0) {
        overridden_ += count;
        answered_for_.insert_or_assign(applicant.person, facts.ties.others);
    }
    if (reasons.empty()) return "";
    return told(std::move(reasons), attempt_.journal.actor().cleared).front();
}

Ties Seating::ties_of(const Applicant& applicant, calendar::Date on) {
    Ties ties = ties_.of(applicant.person, on, [this](std::int64_t other) { return is_there(other); });
    if (families_coming_.contains(applicant.family)) ties.family_there = true;
    return ties;
}

// In the group or on the other side of its pair, before this batch or with it.
bool Seating::is_there(std::int64_t person) {
    if (coming_.contains(person)) return true;
    for (auto known = std::ranges::lower_bound(stored_, person, {}, &Membership::person);
         known != stored_.end() && known->person == person; ++known)
        if (known->is_active()) return true;
    if (terms_.other_side == 0) return false;
    if (terms_.children_side && adults_.people.contains(person)) return true;
    return memberships_.active_state(terms_.other_side, person).has_value();
}

// KAI-04: the children's group goes with the parents' group, so a child comes with an adult who is in it or comes with it.
Seating::AdultFound Seating::adult_of(const Applicant& applicant) {
    AdultFound found = AdultFound::none;
    const auto note = [&](Seat seat) {
        if (seat == Seat::enrolled)
            found = AdultFound::enrolled;
        else if (found == AdultFound::none)
            found = AdultFound::waits;
    };
    if (const auto family = adults_.families.find(applicant.family); applicant.family != 0 && family != adults_.families.end())
        note(family->second);
    if (found == AdultFound::enrolled) return found; // nothing that the store knows would be better
    for (const std::int64_t other : people_.linked_to(applicant.person)) {
        if (const auto known = adults_.people.find(other); known != adults_.people.end()) {
            note(known->second);
        } else if (const auto state = memberships_.active_state(terms_.other_side, other)) {
            note(*state == MembershipState::enrolled ? Seat::enrolled : Seat::waitlisted);
        }
    }
    if (found != AdultFound::none || request_.override_code != adult_missing_reason) return found;
    ++overridden_;
    answered_for_.try_emplace(applicant.person);
    return AdultFound::enrolled;
}

void Seating::decide(const Applicant& applicant, RefusedFamilies& refused) {
    const calendar::Date on = applicant.on.date().value_or(request_.on);
    int episode = 1;
    std::string code = judge_known(applicant, on, episode);
    if (code == "unchanged") {
        bool same_day = false;
        if (const Membership* const latest = latest_of(applicant, on, same_day); latest->is_active())
            note_adult(applicant, latest->state == MembershipState::enrolled ? Seat::enrolled : Seat::waitlisted);
        return note_taken(applicant, batches::RowStatus::unchanged);
    }
    if (code.empty()) code = reason_against(applicant, on);
    const AdultFound adult = code.empty() && terms_.children_side ? adult_of(applicant) : AdultFound::enrolled;
    if (code.empty() && adult == AdultFound::none) code = adult_missing_reason;
    const bool held_back = unit_.held_back.contains(applicant.line);
    const Seat seat = code.empty() ? places_.take(on, adult == AdultFound::enrolled && !held_back) : Seat::refused;
    if (code.empty() && seat == Seat::refused) code = "group-full";
    if (!code.empty()) return refuse(applicant, refused, code);
    Membership membership{
        .group = applicant.group, .person = applicant.person, .episode = episode, .priority = applicant.priority};
    if (seat == Seat::enrolled) {
        membership.from_on = on;
    } else {
        membership.state = MembershipState::waitlisted;
        membership.waiting_on = on;
        membership.waiting_order = attempt_.transaction.reserve("waiting", 1).first;
        if (held_back) ++places_.asked; // a party that is too large does not block those behind it
        ++newly_waiting_;
        others_wait_ = others_wait_ || held_back;
    }
    note_adult(applicant, seat);
    write(applicant, std::move(membership));
}

void Seating::note_adult(const Applicant& applicant, Seat seat) {
    if (terms_.children_side || terms_.other_side == 0) return;
    adults_.people[applicant.person] = seat;
    if (applicant.family == 0) return;
    Seat& best = adults_.families.try_emplace(applicant.family, seat).first->second;
    if (seat == Seat::enrolled) best = seat;
}

void Seating::refuse(const Applicant& applicant, RefusedFamilies& refused, const std::string& code) {
    const bool follows = code == "group-full" || code == adult_missing_reason || code == "already-enrolled" ||
                         code == restricted_reason || betrays_another(code) || applicant.way_is_taken;
    refused.add(applicant.family, follows);
    std::string who = people::code_or_line(attempt_.outcomes, applicant.person);
    if (code == "fact-unknown") who += fmt::format(" ({})", fmt::join(catalogue::eligibility_of(*type_, terms_.variant), ", "));
    if (code == "no-referral") who += fmt::format(" ({})", fmt::join(referrals::codes_of(type_->referral), ", "));
    attempt_.outcomes.reject({{0, applicant.line}, "", code, "", who, 0, follows, applicant.family});
}

void Seating::note_taken(const Applicant& applicant, batches::RowStatus status) {
    attempt_.outcomes.add({0, applicant.line}, status, applicant.person);
    if (applicant.family != 0)
        relatives_.add(
            {applicant.family, applicant.person, applicant.line, applicant.relation, static_cast<std::uint8_t>(status)});
}

void Seating::refer(const Applicant& applicant, RefusedFamilies& refused) {
    if (applicant.restricted) return refuse(applicant, refused, "person-restricted");
    ways_.take(applicant, told_.destination(applicant.destination).region);
    note_taken(applicant, ways_.wrote() ? batches::RowStatus::referred : batches::RowStatus::unchanged);
}

void Seating::write(const Applicant& applicant, Membership membership) {
    const bool enrolled = membership.state == MembershipState::enrolled;
    note_taken(applicant, enrolled ? batches::RowStatus::enrolled : batches::RowStatus::waitlisted);
    // An attempt with a refusal is rolled back: it goes on only to find the others.
    if (!attempt_.outcomes.has_rejections()) {
        membership.referral = ways_.take(applicant, terms_.region);
        to_write_.push_back(applicant.person);
    }
    if (type_->families_apart && applicant.family != 0) families_coming_.insert(applicant.family);
    coming_.insert_or_assign(applicant.person, std::move(membership));
}

// In the order of the table's key, because the store appends faster than it squeezes in between.
void Seating::write_group() {
    if (newly_waiting_ > 0 && others_wait_ && places_.free_on(request_.identity_codes.today).value_or(1) > 0)
        passed_over_.insert(terms_.id);
    newly_waiting_ = 0;
    std::sort(to_write_.begin(), to_write_.end());
    for (const std::int64_t person : to_write_) {
        Membership& membership = coming_.at(person);
        memberships_.create(membership, {batch_, code_of(membership.state), membership.first_day()});
        if (const auto answered = answered_for_.find(person); answered != answered_for_.end())
            answered_.note(membership, batch_, request_.override_code, answered->second);
        members_.add({membership.person, membership.group, membership.episode, membership.referral});
        ++written_;
    }
    to_write_.clear();
    answered_for_.clear();
}

} // namespace peergroup::admission
