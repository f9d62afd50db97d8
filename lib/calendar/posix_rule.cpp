#include "calendar/posix_rule.hpp"

#include "calendar/date.hpp"
#include "calendar/day_seconds.hpp"
#include "calendar/digits.hpp"

#include <algorithm>

namespace peergroup::calendar {
namespace {

using ChangeDay = PosixRule::ChangeDay;

constexpr int hour = 3600;

bool is_letter(char character) {
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}
bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

/// Reads a rule from front to back; each function takes what it names, or takes nothing and says so.
class RuleReader {
public:
    explicit RuleReader(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    bool next_is(char character) const { return rest_.starts_with(character); }

    bool take(char character) {
        if (!next_is(character)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// `EET`, or anything between angle brackets such as `<+0545>`.
    bool take_name() {
        const bool quoted = take('<');
        const auto inside = [quoted](char character) { return quoted ? character != '>' : is_letter(character); };
        const auto length = std::ranges::find_if_not(rest_, inside) - rest_.begin();
        if (length < 3) return false;
        rest_.remove_prefix(static_cast<std::size_t>(length));
        return !quoted || take('>');
    }

    std::optional<int> take_number(int least, int most) {
        const auto length = std::ranges::find_if_not(rest_, is_digit) - rest_.begin();
        const auto number = parse_digits(rest_.substr(0, static_cast<std::size_t>(length)));
        if (!number || *number < least || *number > most) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(length));
        return number;
    }

    /// `3`, `-2:30` or `+5:45:00` in seconds.
    std::optional<int> take_time(int most_hours) {
        const int sign = take('-') ? -1 : 1;
        if (sign == 1) take('+');
        const auto hours = take_number(0, most_hours);
        const auto minutes = take_part();
        const auto seconds = take_part();
        if (!hours || !minutes || !seconds) return std::nullopt;
        return sign * (*hours * hour + *minutes * 60 + *seconds);
    }

    /// `,M3.5.0/3`, `,J60` or `,365/25`; at 02:00 where no time is given.
    std::optional<ChangeDay> take_change_day() {
        if (!take(',')) return std::nullopt;
        auto change = take('M') ? take_month_week_day() : take_day_of_year();
        if (!change || !take('/')) return change;
        constexpr int most_hours = 167; // POSIX has 24; RFC 8536 widens it to a week
        const auto time = take_time(most_hours);
        if (!time) return std::nullopt;
        change->time_seconds = *time;
        return change;
    }

private:
    std::optional<int> take_part() { return take(':') ? take_number(0, 59) : std::optional(0); }

    std::optional<ChangeDay> take_month_week_day() {
        const auto month = take_number(1, 12);
        const auto week = take('.') ? take_number(1, 5) : std::nullopt;
        const auto day = take('.') ? take_number(0, 6) : std::nullopt;
        if (!month || !week || !day) return std::nullopt;
        return ChangeDay{.kind = ChangeDay::Kind::month_week_day, .month = *month, .week = *week, .day = *day};
    }

    std::optional<ChangeDay> take_day_of_year() {
        const bool without_leap_day = take('J');
        const auto day = take_number(without_leap_day ? 1 : 0, 365);
        if (!day) return std::nullopt;
        const auto kind = without_leap_day ? ChangeDay::Kind::day_without_leap_day : ChangeDay::Kind::day_of_year;
        return ChangeDay{.kind = kind, .day = *day};
    }

    std::string_view rest_;
};

Date nth_weekday(const ChangeDay& change, Date first_of_month) {
    const int first_weekday = static_cast<int>(first_of_month.weekday()) % 7;
    const Date day = first_of_month.plus_days((change.day - first_weekday + 7) % 7 + 7 * (change.week - 1));
    return day.month() == first_of_month.month() ? day : day.plus_days(-7);
}

std::int64_t instant_of(const ChangeDay& change, Date day, int offset_before) {
    return day.days() * seconds_in_day + change.time_seconds - offset_before;
}

} // namespace

std::optional<Date> day_in_year(const ChangeDay& change, int year) {
    const auto new_year = Date::of(year, 1, 1);
    if (!new_year) return std::nullopt;
    switch (change.kind) {
    case ChangeDay::Kind::month_week_day:
        return nth_weekday(change, *Date::of(year, static_cast<unsigned>(change.month), 1));
    case ChangeDay::Kind::day_of_year:
        return new_year->plus_days(change.day);
    case ChangeDay::Kind::day_without_leap_day:
        break;
    }
    const bool after_leap_day = change.day >= 60 && Date::of(year, 2, 29).has_value();
    return new_year->plus_days(change.day - (after_leap_day ? 0 : 1));
}

std::optional<PosixRule> PosixRule::parse(std::string_view text) {
    RuleReader reader(text);
    PosixRule rule;
    if (!reader.take_name()) return std::nullopt;
    const auto west = reader.take_time(24); // POSIX counts offsets to the west
    if (!west) return std::nullopt;
    rule.standard_offset_ = -*west;
    if (reader.at_end()) return rule;

    if (!reader.take_name()) return std::nullopt;
    const auto summer_west = reader.next_is(',') ? std::optional(*west - hour) : reader.take_time(24);
    const auto start = reader.take_change_day();
    const auto end = reader.take_change_day();
    if (!summer_west || !start || !end || !reader.at_end()) return std::nullopt;
    rule.summer_ = Summer{-*summer_west, *start, *end};
    return rule;
}

int PosixRule::offset_at(std::int64_t seconds) const {
    if (!summer_) return standard_offset_;
    const int year = Date::from_days(floor_to_days(seconds + standard_offset_)).year();
    const auto start_day = day_in_year(summer_->start, year);
    const auto end_day = day_in_year(summer_->end, year);
    if (!start_day || !end_day) return standard_offset_;
    const std::int64_t start = instant_of(summer_->start, *start_day, standard_offset_);
    const std::int64_t end = instant_of(summer_->end, *end_day, summer_->offset);
    // South of the equator summer runs over New Year.
    const bool summer = start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end;
    return summer ? summer_->offset : standard_offset_;
}

} // namespace peergroup::calendar
