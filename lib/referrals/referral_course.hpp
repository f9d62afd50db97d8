#pragma once

#include "referrals/referral.hpp"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace peergroup::referrals {

/// What a row or a command tells of a way. What is unset was not told.
struct ToldSteps {
    std::string path = {}; ///< who referred the person; told with a day or without
    std::optional<calendar::Date> referred_on = {};
    std::optional<calendar::Date> scheduled_on = {};   ///< the day for which an interview is agreed
    std::optional<calendar::Date> interviewed_on = {}; ///< the day on which it was held
    std::optional<ReferralState> decision = {};
    std::optional<calendar::Date> decided_on = {};
    std::string decided_by = {}; ///< a facilitator's or a worker's code
    std::string reason = {};
    std::optional<int> priority = {};
    bool interview_implied = false; ///< a decision tells of an interview on its day, where none was held before
    bool again = false;             ///< a way that has ended may begin anew without a day being told
    bool has_text = false;          ///< words of people come with the last step: it is written down though it was told before

    bool tells_anything() const { return !path.empty() || scheduled_on || interviewed_on || decision; }
    bool operator==(const ToldSteps&) const = default;
};

/// A step that is to be written.
struct NewStep {
    ReferralState kind = ReferralState::referred;
    calendar::Date on;

    bool operator==(const NewStep&) const = default;
};

/// The steps to be written, in their order, none where everything told is known; or the code that refuses them,
/// `referral-is.<state>`: the way stands where no such step is made.
using Course = std::variant<std::vector<NewStep>, std::string>;

/// The way that the told steps go on with, of those that the person has (oldest first): nullptr where a new one begins.
const Referral* way_in_hand(std::span<const Referral> ways, const Destination& destination, const ToldSteps& told);

/// What the told steps make of the way; `today` is the day of whatever is told without one.
Course course_of(const Referral* way, const ToldSteps& told, calendar::Date today);

/// The day of the decision that is to be written; nothing where none is.
std::optional<calendar::Date> day_of_decision(const std::vector<NewStep>& steps);

/// The way after the step.
Referral after(Referral way, const NewStep& step, const ToldSteps& told);

/// Whether a way that stands there can be withdrawn from: not one that led to a membership, or has been withdrawn.
bool can_withdraw(ReferralState standing);

} // namespace peergroup::referrals
