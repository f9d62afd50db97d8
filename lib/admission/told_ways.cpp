#include "admission/told_ways.hpp"

#include <fmt/format.h>

namespace peergroup::admission {

namespace {

std::string key_of(const referrals::ToldSteps& told) {
    const auto days = [](const std::optional<calendar::Date>& day) { return day ? day->days() : -1'000'000; };
    return fmt::format("{} {} {} {} {} {}", told.path, days(told.referred_on), days(told.interviewed_on), days(told.decided_on),
                       told.decision ? referrals::code_of(*told.decision) : "", told.decided_by);
}

} // namespace

std::uint32_t ToldWays::add(const referrals::ToldSteps& told) {
    if (!told.tells_anything()) return 0;
    if (!told_.empty() && told_.back() == told) return static_cast<std::uint32_t>(told_.size());
    const auto [known, added] = places_.try_emplace(key_of(told), static_cast<std::uint32_t>(told_.size() + 1));
    if (added) told_.push_back(told);
    return known->second;
}

std::uint16_t ToldWays::add_destination(std::string_view type, std::string_view region) {
    for (std::size_t place = 0; place < destinations_.size(); ++place)
        if (destinations_[place].type == type && destinations_[place].region == region)
            return static_cast<std::uint16_t>(place + 1);
    destinations_.push_back({.type = std::string(type), .region = std::string(region)});
    return static_cast<std::uint16_t>(destinations_.size());
}

} // namespace peergroup::admission
