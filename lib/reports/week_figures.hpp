#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace peergroup::reports {

/// The numbers of one week for one group, or summed over several. What each means is told in docs/weekly-report.md.
struct WeekFigures {
    std::int64_t enrolled = 0;
    std::int64_t waitlisted = 0;
    std::int64_t offered = 0;  ///< of those who wait: hold an unanswered offer
    std::int64_t came = 0;     ///< new members who had not waited
    std::int64_t promoted = 0; ///< new members from the waiting list
    std::int64_t left = 0;
    std::int64_t completed = 0;
    std::int64_t transferred = 0; ///< to another group
    std::int64_t held = 0;
    std::int64_t cancelled = 0;
    std::int64_t moved = 0;
    std::int64_t expected = 0;
    std::int64_t attended = 0;
    std::int64_t absent_notified = 0;
    std::int64_t absent_not_notified = 0;
    std::int64_t adults = 0; ///< visitors
    std::int64_t children = 0;
    std::int64_t seats = 0;        ///< of groups whose capacity is set …
    std::int64_t seats_filled = 0; ///< … and how many of them are taken
    std::map<std::string, std::int64_t> left_by_reason = {};
    std::vector<std::int64_t> people = {}; ///< who attended; everybody once after `settle`

    /// Expected and without a mark.
    std::int64_t unmarked() const { return expected - attended - absent_notified - absent_not_notified; }
    bool is_blank() const;
    /// Sums the parts, so that rates come from summed parts and never from a mean of rates.
    void add(const WeekFigures& other);
    /// Counts everybody who attended once.
    void settle();
};

} // namespace peergroup::reports
