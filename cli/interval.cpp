#include "cli/interval.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <charconv>

namespace peergroup::cli {

namespace {

std::optional<int> days_of(std::string_view text) {
    if (text == "daily") return 1;
    if (text == "weekly") return 7;
    if (text == "biweekly") return 14;
    if (!text.ends_with('d') && !text.ends_with('w')) return std::nullopt;
    const int unit = text.back() == 'w' ? 7 : 1;
    text.remove_suffix(1);
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end != text.data() + text.size() || count < 1 || count > 366 / unit) return std::nullopt;
    return count * unit;
}

} // namespace

void read_value(std::string_view place, std::string_view text, Interval& into) {
    into.days = days_of(text);
    if (!into.days)
        throw Problem(ProblemKind::usage, "no-value", fmt::format("\"{}\" is no interval", text), std::string(place),
                      "use 2w, 10d or weekly");
}

} // namespace peergroup::cli
