#include "admission/waiting_list.hpp"

#include <algorithm>
#include <tuple>

namespace peergroup::admission {

namespace {

auto place_of(const Waiting& waiting) {
    const Membership& membership = waiting.membership;
    return std::tuple(-membership.priority, !waiting.own_region, membership.first_day(), membership.waiting_order);
}

bool may_be_asked(const Party& party) {
    const auto let_go = [](const Waiting& waiting) { return waiting.let_go; };
    const auto needs_adult = [](const Waiting& waiting) { return waiting.needs_adult; };
    const auto is_adult = [](const Waiting& waiting) { return waiting.is_adult; };
    if (std::ranges::any_of(party, let_go)) return false;
    return std::ranges::none_of(party, needs_adult) || std::ranges::any_of(party, is_adult);
}

} // namespace

std::vector<Party> parties_in_order(std::vector<Waiting> waiting) {
    std::ranges::stable_sort(waiting, {}, place_of);
    std::vector<Party> parties;
    std::map<std::uint64_t, std::size_t> of_family;
    for (Waiting& one : waiting) {
        const auto known = one.family != 0 ? of_family.find(one.family) : of_family.end();
        if (known != of_family.end()) {
            parties[known->second].push_back(std::move(one));
            continue;
        }
        if (one.family != 0) of_family.emplace(one.family, parties.size());
        parties.push_back({std::move(one)});
    }
    return parties;
}

std::vector<Party> parties_that_fit(const std::vector<Party>& parties, FreeSeats free) {
    std::vector<Party> fitting;
    for (const Party& party : parties) {
        if (!may_be_asked(party)) continue;
        FreeSeats left = free;
        bool fits = true;
        for (const Waiting& waiting : party)
            if (const auto seats = left.find(waiting.membership.group); seats != left.end()) fits = --seats->second >= 0 && fits;
        if (!fits) continue;
        free = std::move(left);
        fitting.push_back(party);
    }
    return fitting;
}

} // namespace peergroup::admission
