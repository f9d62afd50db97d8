#pragma once

#include "reports/known_then.hpp"
#include "reports/weekly.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace peergroup::reports {

/// What is known of a group beside its figures, while they are counted.
struct Standing {
    std::int64_t group = 0;
    std::int64_t members = 0; ///< on Sunday
    bool moving = false;      ///< somebody came, went or waited in the week: on other days there may be other members
    bool begun = false;       ///< its first meeting was by Sunday
    bool has_capacity = false;
};

/// The groups that a week's report may tell of. The lines of the report are counted where they stay: a county has many.
class ToldGroups {
public:
    void add(ReportedGroup group, const std::string& sunday) {
        standings_.push_back({.group = group.id,
                              .begun = !group.first_on.empty() && group.first_on <= sunday,
                              .has_capacity = group.capacity.has_value()});
        lines_.push_back({group.id, std::move(group.code), std::move(group.type), std::move(group.region)});
        lines_.back().figures.seats = group.capacity.value_or(0);
    }
    /// After the last was added: puts them in the order of their numbers.
    void settle() {
        std::ranges::sort(standings_, {}, &Standing::group);
        std::ranges::sort(lines_, {}, &GroupWeek::id);
    }

    /// In the order of their numbers.
    GroupWeeks& lines() { return lines_; }
    Standing& standing(std::size_t place) { return standings_.at(place); }
    /// Where the group stands; the number of groups where it is not told of.
    std::size_t place_of(std::int64_t group) const {
        const auto found = std::ranges::lower_bound(standings_, group, {}, &Standing::group);
        return found == standings_.end() || found->group != group ? standings_.size()
                                                                  : static_cast<std::size_t>(found - standings_.begin());
    }

private:
    std::vector<Standing> standings_;
    GroupWeeks lines_;
};

} // namespace peergroup::reports
