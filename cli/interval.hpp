#pragma once

#include <optional>
#include <string_view>

namespace peergroup::cli {

/// The days from one meeting to the next, when they are said.
struct Interval {
    std::optional<int> days = {};
};

/// Reads `10d`, `2w`, `daily`, `weekly` or `biweekly`; at most 366 days. Throws Problem(usage) at `place`.
void read_value(std::string_view place, std::string_view text, Interval& into);

} // namespace peergroup::cli
