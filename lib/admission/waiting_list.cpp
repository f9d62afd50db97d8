#include "admission/waiting_list.hpp"

#include <algorithm>
#include <tuple>

namespace peergroup::admission {

namespace {

auto place_of(const Waiting& waiting) {
    const Membership& membership = waiting.membership;
    return std::tuple(-membership.priority, !waiting.own_region, membership.first_day(), membership.waiting_order);
}

std::string bar_of(const Party& party) {
    const auto let_go = [](const Waiting& waiting) { return waiting.let_go; };
    const auto needs_adult = [](const Waiting& waiting) { return waiting.needs_adult; };
    const auto is_adult = [](const Waiting& waiting) { return waiting.is_adult; };
    if (std::ranges::any_of(party, let_go)) return "let-go";
    const bool alone = std::ranges::any_of(party, needs_adult) && std::ranges::none_of(party, is_adult);
    return alone ? "adult-missing" : "";
}

// Takes the party's seats out of `free` when there are enough for all of it.
bool take_seats(const Party& party, FreeSeats& free) {
    FreeSeats left = free;
    for (const Waiting& waiting : party)
        if (const auto seats = left.find(waiting.membership.group); seats != left.end() && --seats->second < 0) return false;
    free = std::move(left);
    return true;
}

bool has_any_seat(const Party& party, const FreeSeats& free) {
    return std::ranges::all_of(party, [&](const Waiting& waiting) {
        const auto seats = free.find(waiting.membership.group);
        return seats == free.end() || seats->second > 0;
    });
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

std::vector<std::string> verdicts_on(const std::vector<Party>& parties, FreeSeats free) {
    const FreeSeats at_first = free;
    std::vector<std::string> verdicts;
    for (const Party& party : parties) {
        std::string verdict = bar_of(party);
        if (verdict.empty() && take_seats(party, free)) verdict = "next";
        if (FreeSeats all = at_first; verdict.empty() && take_seats(party, all)) verdict = "others-first";
        if (verdict.empty()) verdict = has_any_seat(party, at_first) ? "party-too-large" : "no-free-seat";
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

std::vector<Party> parties_that_fit(const std::vector<Party>& parties, FreeSeats free) {
    const std::vector<std::string> verdicts = verdicts_on(parties, std::move(free));
    std::vector<Party> fitting;
    for (std::size_t place = 0; place < parties.size(); ++place)
        if (verdicts[place] == "next") fitting.push_back(parties[place]);
    return fitting;
}

} // namespace peergroup::admission
