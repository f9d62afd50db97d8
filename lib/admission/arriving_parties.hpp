#pragma once

#include "admission/applicant.hpp"
#include "admission/places.hpp"
#include "people/person_register.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <unordered_set>
#include <vector>

namespace peergroup::admission {

/// The places of a group, or of the two sides of a pair, by group.
using PlacesBySide = std::map<std::int64_t, Places>;

/// Somebody who comes newly, and the first day.
struct Arriving {
    Applicant applicant;
    calendar::Date on;
};

/// The rows that come into one group, or into the two sides of a pair, looked at together: siblings, and a child and its adult,
/// get seats together or not at all, whether the file calls them a family or the store does.
class ArrivingParties {
public:
    explicit ArrivingParties(people::PersonRegister& people) : people_(people) {}

    /// The lines of those who get no seat, where some do and others do not. `arriving` are those who need one, in the order of
    /// their lines. A party that is too large does not keep those behind it from seats.
    std::unordered_set<std::uint32_t> without_seat(std::span<const Arriving> arriving, PlacesBySide places);

private:
    /// Whether some of a party sit and others do not, when each takes a place.
    bool tears_one(std::span<const Arriving> arriving, const std::vector<bool>& sits);
    /// Those who come together, in the order of the first of each.
    std::vector<std::vector<Arriving>> parties_of(std::span<const Arriving> arriving);

    people::PersonRegister& people_;
};

} // namespace peergroup::admission
