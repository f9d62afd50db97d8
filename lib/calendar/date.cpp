#include "calendar/date.hpp"

#include "calendar/digits.hpp"

#include <stdexcept>

namespace peergroup::calendar {
namespace {

constexpr int first_year = 1800;
constexpr int last_year = 2400;

struct Civil {
    int year;
    unsigned month;
    unsigned day;
};

constexpr bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr unsigned days_in_month(int year, unsigned month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Years are counted from 1 March, so that the leap day is the last of its year, and days from 0000-03-01.
constexpr int days_to_1970 = 719468;
constexpr int days_in_era = 146097; // 400 years

constexpr std::int32_t to_days(const Civil& civil) {
    const int year = civil.month <= 2 ? civil.year - 1 : civil.year;
    const int month_from_march = (static_cast<int>(civil.month) + 9) % 12;
    const int day_of_year = (153 * month_from_march + 2) / 5 + static_cast<int>(civil.day) - 1;
    return year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - days_to_1970;
}

constexpr Civil to_civil(std::int32_t days) {
    const int shifted = days + days_to_1970;
    const int era = shifted / days_in_era;
    const int day_of_era = shifted % days_in_era;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
}

static_assert(to_days({1970, 1, 1}) == 0);

constexpr std::int32_t first_day = to_days({first_year - 1, 1, 1});
constexpr std::int32_t last_day = to_days({last_year + 1, 12, 31});

} // namespace

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = parse_digits(text.substr(0, 4));
    const auto month = parse_digits(text.substr(5, 2));
    const auto day = parse_digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<Date> Date::parse_finnish(std::string_view text) {
    const std::size_t first = text.find('.');
    if (first == std::string_view::npos || first > 2) return std::nullopt;
    const std::size_t second = text.find('.', first + 1);
    if (second == std::string_view::npos || second - first > 3 || text.size() - second != 5) return std::nullopt;
    const auto day = parse_digits(text.substr(0, first));
    const auto month = parse_digits(text.substr(first + 1, second - first - 1));
    const auto year = parse_digits(text.substr(second + 1));
    if (!year || !month || !day) return std::nullopt;
    return of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<Date> Date::parse_either(std::string_view text) {
    const auto iso_date = parse(text);
    return iso_date ? iso_date : parse_finnish(text);
}

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
    if (year < first_year || year > last_year || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return Date(to_days({year, month, day}));
}

Date Date::from_days(std::int64_t days_since_1970) {
    if (days_since_1970 < first_day || days_since_1970 > last_day) throw std::out_of_range("day outside the years 1799 to 2401");
    return Date(static_cast<std::int32_t>(days_since_1970));
}

int Date::year() const {
    return to_civil(days_).year;
}
unsigned Date::month() const {
    return to_civil(days_).month;
}
unsigned Date::day() const {
    return to_civil(days_).day;
}
int Date::day_of_year() const {
    return days_ - to_days({year(), 1, 1}) + 1;
}

Weekday Date::weekday() const {
    constexpr int thursday_before_all = first_day / 7 * 7 - 7; // 1970-01-01, day 0, was a Thursday
    return static_cast<Weekday>((days_ - thursday_before_all + 3) % 7 + 1);
}

Date Date::plus_days(int count) const {
    return from_days(std::int64_t{days_} + count);
}

std::string Date::iso() const {
    const Civil civil = to_civil(days_);
    std::string text;
    append_digits(text, civil.year, 4);
    text += '-';
    append_digits(text, static_cast<int>(civil.month), 2);
    text += '-';
    append_digits(text, static_cast<int>(civil.day), 2);
    return text;
}

int full_years(Date born, Date on) {
    const Civil birth = to_civil(born.days());
    const Civil today = to_civil(on.days());
    const bool leap_day_moves = birth.month == 2 && birth.day == 29 && !is_leap(today.year);
    const unsigned birthday = leap_day_moves ? 28 : birth.day;
    const bool reached = today.month > birth.month || (today.month == birth.month && today.day >= birthday);
    return today.year - birth.year - (reached ? 0 : 1);
}

std::string finnish(Date date) {
    const Civil civil = to_civil(date.days());
    return std::to_string(civil.day) + '.' + std::to_string(civil.month) + '.' + std::to_string(civil.year);
}

} // namespace peergroup::calendar
