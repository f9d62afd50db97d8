#include "referrals/referral.hpp"

#include <array>
#include <stdexcept>
#include <utility>

namespace peergroup::referrals {

namespace {

constexpr std::array words = {
    std::pair{ReferralState::referred, std::string_view("referred")},
    std::pair{ReferralState::interview_scheduled, std::string_view("interview_scheduled")},
    std::pair{ReferralState::interviewed, std::string_view("interviewed")},
    std::pair{ReferralState::suitable, std::string_view("suitable")},
    std::pair{ReferralState::not_suitable, std::string_view("not_suitable")},
    std::pair{ReferralState::deferred, std::string_view("deferred")},
    std::pair{ReferralState::placed, std::string_view("placed")},
    std::pair{ReferralState::withdrawn, std::string_view("withdrawn")},
};

} // namespace

std::string_view code_of(ReferralState state) {
    for (const auto& [known, word] : words)
        if (known == state) return word;
    throw std::logic_error("a referral without a state");
}

std::optional<ReferralState> parse_referral_state(std::string_view code) {
    for (const auto& [known, word] : words)
        if (word == code) return known;
    return std::nullopt;
}

ReferralState referral_state(std::string_view code) {
    if (const auto state = parse_referral_state(code)) return *state;
    throw std::logic_error("a stored referral has an unknown state");
}

bool is_decision(ReferralState state) {
    return state == ReferralState::suitable || state == ReferralState::not_suitable || state == ReferralState::deferred;
}

const std::vector<std::string>& decision_reasons() {
    static const std::vector<std::string> reasons = {"other_life_situation", "other_support", "obstacles", "safety",
                                                     "own_choice",           "timing",        "other"};
    return reasons;
}

bool Referral::is_towards(const Destination& destination) const {
    if (group != 0) return group == destination.group || group == destination.other_side;
    return destination.group == 0 && type == destination.type && region == destination.region;
}

bool Referral::leads_to(const Destination& destination) const {
    return is_towards(destination) || (group == 0 && type == destination.type && region == destination.region);
}

} // namespace peergroup::referrals
