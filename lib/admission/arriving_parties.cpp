#include "admission/arriving_parties.hpp"

#include <algorithm>
#include <utility>

namespace peergroup::admission {

namespace {

// How many of them sit when each takes a place.
std::size_t seat_all(std::span<const Arriving> arriving, PlacesBySide& places) {
    return static_cast<std::size_t>(std::ranges::count_if(
        arriving, [&](const Arriving& one) { return places.at(one.applicant.group).take(one.on) == Seat::enrolled; }));
}

// Places on the waiting list that do not count against who comes later.
void pass_over(std::span<const Arriving> arriving, PlacesBySide& places) {
    for (const Arriving& one : arriving) {
        Places& side = places.at(one.applicant.group);
        if (side.take(one.on, false) == Seat::waitlisted) ++side.asked;
    }
}

/// Indices that belong together, each named after the first of them.
class Together {
public:
    explicit Together(std::size_t count) : first_(count) {
        for (std::size_t index = 0; index < count; ++index)
            first_[index] = index;
    }
    std::size_t first_of(std::size_t index) const {
        while (first_[index] != index)
            index = first_[index];
        return index;
    }
    void join(std::size_t one, std::size_t other) {
        const auto [low, high] = std::minmax({first_of(one), first_of(other)});
        first_[high] = low;
    }

private:
    std::vector<std::size_t> first_;
};

} // namespace

std::vector<std::vector<Arriving>> ArrivingParties::parties_of(std::span<const Arriving> arriving) {
    Together together(arriving.size());
    std::map<std::uint64_t, std::size_t> told;    // by the file's mark of the family
    std::map<std::int64_t, std::size_t> families; // by the store's number of it
    std::map<std::int64_t, std::size_t> people;
    for (std::size_t index = 0; index < arriving.size(); ++index) {
        const Applicant& applicant = arriving[index].applicant;
        if (applicant.family != 0) together.join(index, told.try_emplace(applicant.family, index).first->second);
        for (const std::int64_t family : people_.families_of(applicant.person))
            together.join(index, families.try_emplace(family, index).first->second);
        together.join(index, people.try_emplace(applicant.person, index).first->second);
    }
    // Across a pair any link binds, as it does for those who wait.
    for (std::size_t index = 0; index < arriving.size(); ++index) {
        const Applicant& applicant = arriving[index].applicant;
        if (applicant.other_side == 0) continue;
        for (const std::int64_t other : people_.linked_to(applicant.person))
            if (const auto known = people.find(other);
                known != people.end() && arriving[known->second].applicant.group == applicant.other_side)
                together.join(index, known->second);
    }
    std::map<std::size_t, std::vector<Arriving>> parties;
    for (std::size_t index = 0; index < arriving.size(); ++index)
        parties[together.first_of(index)].push_back(arriving[index]);
    std::vector<std::vector<Arriving>> in_order;
    for (auto& [first, party] : parties)
        in_order.push_back(std::move(party));
    return in_order;
}

// Asks of those who do not sit, who are the fewer: where a party is torn, one of them is of a family with somebody who sits.
bool ArrivingParties::tears_one(std::span<const Arriving> arriving, const std::vector<bool>& sits) {
    std::unordered_set<std::int64_t> people;
    std::unordered_set<std::uint64_t> families;
    for (std::size_t index = 0; index < arriving.size(); ++index) {
        if (!sits[index]) continue;
        people.insert(arriving[index].applicant.person);
        families.insert(arriving[index].applicant.family);
    }
    const auto sits_too = [&](std::int64_t person) { return people.contains(person); };
    for (std::size_t index = 0; index < arriving.size(); ++index) {
        if (sits[index]) continue;
        const Applicant& applicant = arriving[index].applicant;
        if (applicant.family != 0 && families.contains(applicant.family)) return true;
        if (std::ranges::any_of(people_.family_of(applicant.person), sits_too)) return true;
    }
    return false;
}

std::unordered_set<std::uint32_t> ArrivingParties::without_seat(std::span<const Arriving> arriving, PlacesBySide places) {
    PlacesBySide each_alone = places;
    std::vector<bool> has_seat;
    for (const Arriving& one : arriving)
        has_seat.push_back(each_alone.at(one.applicant.group).take(one.on) == Seat::enrolled);
    const auto seated = static_cast<std::size_t>(std::ranges::count(has_seat, true));
    if (seated == 0 || seated == arriving.size()) return {}; // no party can be torn
    const bool is_pair = places.size() > 1;                  // there a side has its turn behind the other
    if (!is_pair && !tears_one(arriving, has_seat)) return {};
    std::unordered_set<std::uint32_t> lines;
    for (const std::vector<Arriving>& party : parties_of(arriving)) {
        PlacesBySide after = places;
        if (seat_all(party, after) == party.size() || party.size() == 1) {
            const bool sits =
                after.at(party.front().applicant.group).enrolled > places.at(party.front().applicant.group).enrolled;
            if (!sits) lines.insert(party.front().applicant.line);
            places = std::move(after);
            continue;
        }
        pass_over(party, places);
        for (const Arriving& one : party)
            lines.insert(one.applicant.line);
    }
    return lines;
}

} // namespace peergroup::admission
