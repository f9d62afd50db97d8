#pragma once

#include "catalogue/group_type.hpp"
#include "referrals/referral.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::referrals {

/// How far somebody has come on a way: what the steps of a type are held against.
struct Reached {
    bool referred = false; ///< by a path that the type names
    bool interviewed = false;
    std::optional<ReferralState> decision = {};
};

/// `referral` as seen by a type with these paths.
Reached reached_on(const Referral& referral, std::span<const catalogue::ReferralPath> paths);

/// The steps that are missing, in the order in which they are told: `no-referral`, `no-interview`, `no-suitability`,
/// `not-suitable`, `deferred`. None where the type asks for no step.
std::vector<std::string> missing_steps(std::span<const catalogue::EntryStep> steps, const Reached& reached);

/// The codes of paths.
std::vector<std::string> codes_of(std::span<const catalogue::ReferralPath> paths);

/// The codes that `missing_steps` gives.
const std::vector<std::string>& codes_of_missing_steps();

} // namespace peergroup::referrals
