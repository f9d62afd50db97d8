#include "reports/week_figures.hpp"

#include <algorithm>
#include <array>

namespace peergroup::reports {

namespace {

constexpr std::array counts = {
    &WeekFigures::enrolled,
    &WeekFigures::waitlisted,
    &WeekFigures::offered,
    &WeekFigures::promoted,
    &WeekFigures::came,
    &WeekFigures::left,
    &WeekFigures::completed,
    &WeekFigures::transferred,
    &WeekFigures::held,
    &WeekFigures::cancelled,
    &WeekFigures::moved,
    &WeekFigures::expected,
    &WeekFigures::attended,
    &WeekFigures::absent_notified,
    &WeekFigures::absent_not_notified,
    &WeekFigures::adults,
    &WeekFigures::children,
    &WeekFigures::seats,
    &WeekFigures::seats_filled,
};

} // namespace

bool WeekFigures::is_blank() const {
    return std::ranges::all_of(counts, [&](const auto count) { return count == &WeekFigures::seats || this->*count == 0; });
}

void WeekFigures::add(const WeekFigures& other) {
    for (const auto count : counts)
        this->*count += other.*count;
    for (const auto& [reason, number] : other.left_by_reason)
        left_by_reason[reason] += number;
    people.insert(people.end(), other.people.begin(), other.people.end());
}

void WeekFigures::settle() {
    // Marks are read in the order of people, so most lists are in it already.
    if (!std::is_sorted(people.begin(), people.end())) std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
}

} // namespace peergroup::reports
