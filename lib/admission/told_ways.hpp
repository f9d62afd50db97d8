#pragma once

#include "referrals/referral.hpp"
#include "referrals/referral_course.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace peergroup::admission {

/// What the rows of a sheet tell of ways in, each thing once: rows hold its place. A sheet of a million rows tells few different
/// things, so memory stays flat.
class ToldWays {
public:
    /// The place, from 1; 0 where nothing is told.
    std::uint32_t add(const referrals::ToldSteps& told);
    const referrals::ToldSteps& at(std::uint32_t place) const { return told_.at(place - 1U); }

    /// The place of a type and a region by their words, from 1.
    std::uint16_t add_destination(std::string_view type, std::string_view region);
    const referrals::Destination& destination(std::uint16_t place) const { return destinations_.at(place - 1U); }

private:
    std::vector<referrals::ToldSteps> told_;
    std::unordered_map<std::string, std::uint32_t> places_;
    std::vector<referrals::Destination> destinations_;
};

} // namespace peergroup::admission
