#include "referrals/waiting_ways.hpp"

#include "groups/group_register.hpp"
#include "referrals/referral_register.hpp"

#include <algorithm>

namespace peergroup::referrals {

namespace {

// Whoever was only interviewed counts from the first day that something is known of.
calendar::Date first_day(const Referral& way) {
    if (way.referred_on) return *way.referred_on;
    std::optional<calendar::Date> first;
    for (const auto& day : {way.scheduled_on, way.interviewed_on, way.decided_on})
        if (day && (!first || *day < *first)) first = day;
    return first.value();
}

} // namespace

std::vector<WaitingWay> waiting_ways(store::Transaction& transaction, const Destination& type, const vault::Actor& actor) {
    actor.require_region(type.region);
    groups::GroupRegister groups(transaction);
    std::vector<WaitingWay> waiting;
    for (const Referral& way : ReferralRegister(transaction).open_of_type(type.type, type.region)) {
        if (way.state == ReferralState::not_suitable) continue;
        waiting.push_back({people::PersonCode(way.person), way.group != 0 ? groups.find(way.group).value().code.text() : "",
                           std::string(code_of(way.state)), way.path, first_day(way)});
    }
    std::ranges::stable_sort(waiting, {}, &WaitingWay::since);
    return waiting;
}

std::vector<WaitedForType> waited_for_types(store::Transaction& transaction, const std::string& region,
                                            const vault::Actor& actor) {
    if (!region.empty()) actor.require_region(region);
    std::vector<WaitedForType> types;
    for (const auto& found : ReferralRegister(transaction).types_in_demand())
        if ((region.empty() || found.region == region) && actor.may_see_region(found.region))
            types.push_back({found.type, found.region, found.people, found.since});
    return types;
}

} // namespace peergroup::referrals
