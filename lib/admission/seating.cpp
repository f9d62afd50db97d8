#include "admission/seating.hpp"

#include "admission/eligibility.hpp"

#include <algorithm>
#include <stdexcept>

namespace peergroup::admission {

namespace {

constexpr documents::SorterMemory side_memory{.run = std::size_t{2} << 20U};

} // namespace

Seating::Seating(const batches::Attempt& attempt, const EnrolRequest& request, const batches::Manner& manner, std::int64_t batch)
    : attempt_(attempt), request_(request), batch_(batch), terms_reader_(attempt.transaction), memberships_(attempt.transaction),
      people_(attempt.transaction), waiting_(attempt.transaction, "waiting"), members_(manner.spool_folder, {}, side_memory),
      relatives_(manner.spool_folder, {}, side_memory) {}

void Seating::seat(Applicants& applicants, RefusedFamilies& refused) {
    applicants.for_each([&](const Applicant& applicant) {
        if (applicant.group != terms_.id) take_up(applicant.group);
        decide(applicant, refused);
    });
}

void Seating::take_up(std::int64_t group) {
    terms_ = terms_reader_.of(group);
    present_ = memberships_.of_group(group);
    places_ = {terms_.capacity, terms_.waiting_list};
    for (const Membership& membership : present_) {
        if (membership.state == MembershipState::enrolled) ++places_.enrolled;
        if (membership.state == MembershipState::waitlisted) ++places_.waitlisted;
    }
    if (!terms_.children_side) adults_ = {.group = group};
    else if (adults_.group != terms_.other_side) adults_ = {};
}

std::string Seating::judge_known(const Applicant& applicant, calendar::Date on, int& episode) const {
    const bool day_given = applicant.on.date().has_value();
    const Membership* latest = nullptr;
    for (const Membership& membership : present_) {
        if (membership.person != applicant.person) continue;
        if (day_given && membership.first_day() == on) return "unchanged";
        if (latest == nullptr || membership.episode > latest->episode) latest = &membership;
    }
    episode = latest == nullptr ? 1 : latest->episode + 1;
    if (latest == nullptr) return "";
    if (latest->is_active()) return day_given ? "already-enrolled" : "unchanged";
    if (!day_given && !request_.again) return "unchanged";
    return latest->to_on && on <= *latest->to_on ? "membership-overlaps" : "";
}

std::string Seating::reason_against(const Applicant& applicant, calendar::Date on) const {
    const Terms terms{terms_.running, terms_.intake_open, terms_.age_min, terms_.age_max, terms_.first_on.value_or(on)};
    const std::vector<std::string> reasons = reasons_against(terms, {applicant.born.date()});
    return reasons.empty() ? "" : reasons.front();
}

// KAI-04: the children's group goes with the parents' group, so a child comes with an adult who is in it or comes with it.
Seating::AdultFound Seating::adult_of(const Applicant& applicant) {
    AdultFound found = AdultFound::none;
    const auto note = [&](Seat seat) {
        if (seat == Seat::enrolled) found = AdultFound::enrolled;
        else if (found == AdultFound::none) found = AdultFound::waits;
    };
    if (const auto family = adults_.families.find(applicant.family); applicant.family != 0 && family != adults_.families.end())
        note(family->second);
    for (const std::int64_t other : people_.linked_to(applicant.person)) {
        if (const auto known = adults_.people.find(other); known != adults_.people.end()) {
            note(known->second);
        } else if (const auto state = memberships_.active_state(terms_.other_side, other)) {
            note(*state == MembershipState::enrolled ? Seat::enrolled : Seat::waitlisted);
        }
    }
    return found;
}

void Seating::decide(const Applicant& applicant, RefusedFamilies& refused) {
    const calendar::Date on = applicant.on.date().value_or(request_.on);
    int episode = 1;
    std::string code = judge_known(applicant, on, episode);
    if (applicant.family != 0) relatives_.add({applicant.family, applicant.person, applicant.line, applicant.is_child});
    if (code == "unchanged") return attempt_.outcomes.add({0, applicant.line}, batches::RowStatus::unchanged, applicant.person);
    if (code.empty()) code = reason_against(applicant, on);
    const AdultFound adult = code.empty() && terms_.children_side ? adult_of(applicant) : AdultFound::enrolled;
    if (code.empty() && adult == AdultFound::none) code = "no-linked-adult";
    const Seat seat = code.empty() ? places_.take(adult == AdultFound::enrolled) : Seat::refused;
    if (code.empty() && seat == Seat::refused) code = "group-full";
    if (!code.empty()) {
        if (applicant.family != 0) refused.insert(applicant.family);
        return attempt_.outcomes.reject({{0, applicant.line}, "", code, "", people::PersonCode(applicant.person).text(), 0});
    }
    Membership membership{.group = applicant.group, .person = applicant.person, .episode = episode};
    if (seat == Seat::enrolled) {
        membership.from_on = on;
    } else {
        membership.state = MembershipState::waitlisted;
        membership.waiting_on = on;
        membership.waiting_order = waiting_.next();
    }
    if (!terms_.children_side && terms_.other_side != 0) {
        adults_.people[applicant.person] = seat;
        if (applicant.family != 0 && adults_.families[applicant.family] != Seat::enrolled) adults_.families[applicant.family] = seat;
    }
    write(applicant, std::move(membership));
}

void Seating::write(const Applicant& applicant, Membership membership) {
    const bool enrolled = membership.state == MembershipState::enrolled;
    attempt_.outcomes.add({0, applicant.line}, enrolled ? batches::RowStatus::enrolled : batches::RowStatus::waitlisted, applicant.person);
    // An attempt with a refusal is rolled back: it goes on only to find the others.
    if (!attempt_.outcomes.has_rejections()) {
        memberships_.create(membership, {batch_, code_of(membership.state), membership.first_day()});
        members_.add({membership.person, membership.group, membership.episode});
        ++written_;
    }
    present_.push_back(std::move(membership));
}

void Seating::finish(const RefusedFamilies& refused) {
    settle_families(refused);
    if (attempt_.outcomes.has_rejections()) return;
    write_members();
    if (memberships_.count_steps(batch_) != written_) throw std::logic_error("the store does not hold the steps that were written");
}

void Seating::write_members() {
    members_.for_each([&](const NewMember& member) { memberships_.write_member(member.person, member.group, member.episode); });
}

void Seating::settle_families(const RefusedFamilies& refused) {
    std::vector<Relative> family;
    const auto settle = [&] {
        if (!family.empty() && !attempt_.outcomes.has_rejections()) write_family(family);
        family.clear();
    };
    relatives_.for_each([&](const Relative& relative) {
        if (refused.contains(relative.family))
            attempt_.outcomes.reject_unless_rejected({{0, relative.line}, "family", "family-refused", "", "", 0});
        if (!family.empty() && family.front().family != relative.family) settle();
        family.push_back(relative);
    });
    settle();
}

void Seating::write_family(const std::vector<Relative>& family) {
    std::vector<std::int64_t> members;
    for (const Relative& relative : family)
        if (std::ranges::find(members, relative.person) == members.end()) members.push_back(relative.person);
    if (members.size() < 2) return;
    people_.join_family(members);
    for (const Relative& child : family) {
        if (!child.is_child) continue;
        for (const Relative& other : family)
            if (!other.is_child && other.person != child.person) people_.link(child.person, other.person, "other_close");
    }
}

} // namespace peergroup::admission
