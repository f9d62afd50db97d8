#include "referrals/reached.hpp"

#include <algorithm>

namespace peergroup::referrals {

using catalogue::EntryStep;

Reached reached_on(const Referral& referral, std::span<const catalogue::ReferralPath> paths) {
    Reached reached{.interviewed = referral.interviewed_on.has_value()};
    if (!referral.path.empty())
        reached.referred = std::ranges::find(paths, catalogue::parse_referral_path(referral.path)) != paths.end();
    if (is_decision(referral.state)) reached.decision = referral.state;
    return reached;
}

std::vector<std::string> missing_steps(std::span<const EntryStep> steps, const Reached& reached) {
    std::vector<std::string> missing;
    if (steps.empty()) return missing;
    const auto asks = [&](EntryStep step) { return std::ranges::find(steps, step) != steps.end(); };
    if (asks(EntryStep::referral) && !reached.referred) missing.emplace_back("no-referral");
    if (asks(EntryStep::interview) && !reached.interviewed) missing.emplace_back("no-interview");
    if (reached.decision == ReferralState::not_suitable)
        missing.emplace_back("not-suitable"); // whether or not the type asks for a decision: somebody made one
    else if (reached.decision == ReferralState::deferred)
        missing.emplace_back("deferred");
    else if (asks(EntryStep::suitability) && !reached.decision)
        missing.emplace_back("no-suitability");
    return missing;
}

std::vector<std::string> codes_of(std::span<const catalogue::ReferralPath> paths) {
    std::vector<std::string> codes;
    for (const catalogue::ReferralPath path : paths)
        codes.emplace_back(catalogue::code_of(path));
    return codes;
}

const std::vector<std::string>& codes_of_missing_steps() {
    static const std::vector<std::string> codes = {"no-referral", "no-interview", "no-suitability", "not-suitable", "deferred"};
    return codes;
}

} // namespace peergroup::referrals
