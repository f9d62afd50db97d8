#include "calendar/local_time.hpp"

#include "calendar/digits.hpp"

namespace peergroup::calendar {

std::optional<LocalTime> LocalTime::parse(std::string_view text) {
    const std::size_t separator = text.find_first_of(":.");
    if (separator == std::string_view::npos || separator > 2 || text.size() - separator != 3) return std::nullopt;
    const auto hour = parse_digits(text.substr(0, separator));
    const auto minute = parse_digits(text.substr(separator + 1));
    if (!hour || !minute) return std::nullopt;
    return of(*hour, *minute);
}

std::optional<LocalTime> LocalTime::of(int hour, int minute) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return LocalTime(hour * 60 + minute);
}

std::string LocalTime::text() const {
    std::string text;
    append_digits(text, hour(), 2);
    text += ':';
    append_digits(text, minute(), 2);
    return text;
}

} // namespace peergroup::calendar
