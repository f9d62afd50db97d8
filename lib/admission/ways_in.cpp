#include "admission/ways_in.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace peergroup::admission {

using referrals::Destination;
using referrals::Reached;
using referrals::Referral;
using referrals::ReferralState;

namespace {

constexpr std::uint8_t referred_bit = 1;
constexpr std::uint8_t interviewed_bit = 2;
constexpr unsigned decision_shift = 2;

} // namespace

std::uint8_t mark_of_reached(const Reached& reached) {
    unsigned mark = (reached.referred ? referred_bit : 0U) | (reached.interviewed ? interviewed_bit : 0U);
    if (reached.decision == ReferralState::suitable) mark |= 1U << decision_shift;
    if (reached.decision == ReferralState::not_suitable) mark |= 2U << decision_shift;
    if (reached.decision == ReferralState::deferred) mark |= 3U << decision_shift;
    return static_cast<std::uint8_t>(mark);
}

Reached reached_of(std::uint8_t mark) {
    Reached reached{.referred = (mark & referred_bit) != 0, .interviewed = (mark & interviewed_bit) != 0};
    switch (mark >> decision_shift) {
    case 1:
        reached.decision = ReferralState::suitable;
        break;
    case 2:
        reached.decision = ReferralState::not_suitable;
        break;
    case 3:
        reached.decision = ReferralState::deferred;
        break;
    default:
        break;
    }
    return reached;
}

const referrals::OpenWay* best_way(const std::vector<referrals::OpenWay>& ways, std::span<const catalogue::EntryStep> steps) {
    if (ways.size() == 1) return &ways.front();
    const auto rank = [&](const referrals::OpenWay& way) {
        return std::tuple(way.reached.decision == ReferralState::not_suitable,
                          referrals::missing_steps(steps, way.reached).size(), -way.id);
    };
    const auto best = std::ranges::min_element(ways, {}, rank);
    return best == ways.end() ? nullptr : &*best;
}

WaysIn::WaysIn(const EnrolRun& run)
    : run_(run), ways_(run.attempt.transaction), open_(run.attempt.transaction),
      guard_(run.attempt.transaction, run.catalogue, run.attempt.journal.keys()) {}

std::uint16_t WaysIn::place_of(const catalogue::GroupType& type) {
    const auto known = std::ranges::find(types_, &type);
    const auto place = known - types_.begin() + 1;
    if (known == types_.end()) types_.push_back(&type);
    return static_cast<std::uint16_t>(place);
}

bool WaysIn::is_taken(const Applicant& applicant, std::int64_t referral) const {
    return applicant.person == person_ && std::ranges::find(taken_, referral) != taken_.end();
}

// A way leads to both sides of a pair, whichever of them stands first.
Destination WaysIn::destination_of(const Applicant& applicant, const std::string& region) const {
    return {applicant.group, applicant.other_side, types_.at(applicant.type - 1U)->id, region};
}

std::string WaysIn::learn(Applicant& applicant, const std::string& region) {
    if (applicant.told == 0 && types_.at(applicant.type - 1U)->steps.empty()) return "";
    const Destination destination = destination_of(applicant, region);
    if (applicant.person != person_) taken_.clear();
    person_ = applicant.person;
    std::string refusal;
    if (applicant.told != 0)
        refusal = learn_told(applicant, destination);
    else
        learn_stored(applicant, destination);
    if (applicant.referral != 0 && applicant.group != 0) taken_.push_back(applicant.referral);
    return refusal;
}

void WaysIn::learn_stored(Applicant& applicant, const Destination& destination) {
    const catalogue::GroupType& type = *types_.at(applicant.type - 1U);
    std::vector<referrals::OpenWay> open = open_.towards(applicant.person, destination, type.referral);
    if (!taken_.empty()) {
        const std::size_t before = open.size();
        std::erase_if(open, [&](const referrals::OpenWay& way) { return is_taken(applicant, way.id); });
        applicant.way_is_taken = open.size() < before;
    }
    const referrals::OpenWay* const way = best_way(open, type.steps);
    if (way == nullptr) return;
    applicant.referral = way->id;
    applicant.reached = mark_of_reached(way->reached);
    applicant.priority = static_cast<std::int8_t>(way->priority);
}

std::string WaysIn::learn_told(Applicant& applicant, const Destination& destination) {
    const referrals::ToldSteps& told = run_.told.at(applicant.told);
    std::vector<Referral> ways = ways_.of_person(applicant.person);
    for (Referral& way : ways)
        if (is_taken(applicant, way.id)) way.used = applicant.way_is_taken = true;
    const Referral* const known = referrals::way_in_hand(ways, destination, told);
    const referrals::Course course = referrals::course_of(known, told, run_.request.identity_codes.today);
    if (const auto* const refusal = std::get_if<std::string>(&course)) return *refusal;
    const auto& steps = std::get<std::vector<referrals::NewStep>>(course);
    if (const auto day = referrals::day_of_decision(steps))
        if (std::string code = guard_.refusal_of(destination, told.decided_by, *day); !code.empty()) return code;
    Referral way = known != nullptr ? *known : referrals::new_way(applicant.person, destination);
    for (const referrals::NewStep& step : steps)
        way = referrals::after(way, step, told);
    if (!way.is_open()) return "";
    applicant.referral = way.id;
    applicant.reached = mark_of_reached(referrals::reached_on(way, types_.at(applicant.type - 1U)->referral));
    applicant.priority = static_cast<std::int8_t>(way.priority);
    return "";
}

std::int64_t WaysIn::take(const Applicant& applicant, const std::string& region) {
    wrote_ = false;
    if (applicant.told == 0) return applicant.referral;
    const referrals::ToldSteps& told = run_.told.at(applicant.told);
    Referral way = referrals::new_way(applicant.person, destination_of(applicant, region));
    if (applicant.referral != 0)
        for (Referral& stored : ways_.of_person(applicant.person))
            if (stored.id == applicant.referral) way = std::move(stored);
    const Referral* const known = way.id != 0 ? &way : nullptr;
    const referrals::Course course = referrals::course_of(known, told, run_.request.identity_codes.today);
    const auto* const steps = std::get_if<std::vector<referrals::NewStep>>(&course);
    if (steps == nullptr) throw std::logic_error("a way changed between being read and being taken");
    wrote_ = !steps->empty();
    referrals::write_steps(ways_, way, *steps, told, run_.batch);
    return way.id;
}

} // namespace peergroup::admission
