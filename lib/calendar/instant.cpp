#include "calendar/instant.hpp"

#include "calendar/date.hpp"
#include "calendar/day_seconds.hpp"
#include "calendar/digits.hpp"

#include <stdexcept>

namespace peergroup::calendar {
namespace {

/// Seconds since midnight of `15:00:00`.
std::optional<int> parse_time(std::string_view text) {
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
    const auto hour = parse_digits(text.substr(0, 2));
    const auto minute = parse_digits(text.substr(3, 2));
    const auto second = parse_digits(text.substr(6));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return *hour * 3600 + *minute * 60 + *second;
}

/// Drops the fraction from the front of `.125Z`; nothing where a point has no digits.
std::optional<std::string_view> skip_fraction(std::string_view text) {
    if (!text.starts_with('.')) return text;
    const std::size_t end = text.find_first_not_of("0123456789", 1);
    if (end == 1 || end == std::string_view::npos) return std::nullopt;
    return text.substr(end);
}

/// Seconds east of Greenwich of `Z` or `+02:00`.
std::optional<int> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
    const auto hour = parse_digits(text.substr(1, 2));
    const auto minute = parse_digits(text.substr(4));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    const int offset = *hour * 3600 + *minute * 60;
    return text[0] == '-' ? -offset : offset;
}

} // namespace

std::optional<Instant> Instant::parse(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
    const auto date = Date::parse(text.substr(0, 10));
    const auto time = parse_time(text.substr(11, 8));
    const auto rest = skip_fraction(text.substr(19));
    if (!date || !time || !rest) return std::nullopt;
    const auto offset = parse_offset(*rest);
    if (!offset) return std::nullopt;
    return Instant(date->days() * seconds_in_day + *time - *offset);
}

Instant Instant::from_seconds(std::int64_t seconds_since_1970) {
    Date::from_days(floor_to_days(seconds_since_1970));
    return Instant(seconds_since_1970);
}

Instant Instant::plus_seconds(std::int64_t count) const {
    constexpr std::int64_t longer_than_all_years = 1'000 * 366 * seconds_in_day;
    if (count > longer_than_all_years || count < -longer_than_all_years) throw std::out_of_range("instant too far away");
    return from_seconds(seconds_ + count);
}

std::string Instant::text() const {
    const std::int64_t day = floor_to_days(seconds_);
    const int second_of_day = static_cast<int>(seconds_ - day * seconds_in_day);
    std::string text = Date::from_days(day).iso();
    text += 'T';
    append_digits(text, second_of_day / 3600, 2);
    text += ':';
    append_digits(text, second_of_day / 60 % 60, 2);
    text += ':';
    append_digits(text, second_of_day % 60, 2);
    text += 'Z';
    return text;
}

} // namespace peergroup::calendar
