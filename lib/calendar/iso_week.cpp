#include "calendar/iso_week.hpp"

#include "calendar/digits.hpp"

#include <stdexcept>

namespace peergroup::calendar {
namespace {

Date monday_of(Date date) {
    return date.plus_days(1 - static_cast<int>(date.weekday()));
}

/// The week that holds 4 January is the first.
std::optional<Date> first_monday(int year) {
    const auto fourth = Date::of(year, 1, 4);
    if (!fourth) return std::nullopt;
    return monday_of(*fourth);
}

} // namespace

IsoWeek IsoWeek::of(Date date) {
    return IsoWeek(monday_of(date));
}

std::optional<IsoWeek> IsoWeek::of(int year, int number) {
    const auto first = first_monday(year);
    if (!first || number < 1 || number > 53) return std::nullopt;
    const IsoWeek week(first->plus_days(7 * (number - 1)));
    if (week.year() != year) return std::nullopt;
    return week;
}

std::optional<IsoWeek> IsoWeek::parse(std::string_view text) {
    if (text.size() != 8 || text.substr(4, 2) != "-W") return std::nullopt;
    const auto year = parse_digits(text.substr(0, 4));
    const auto number = parse_digits(text.substr(6));
    if (!year || !number) return std::nullopt;
    return of(*year, *number);
}

// The Thursday decides to which year a week belongs.
int IsoWeek::year() const {
    return monday_.plus_days(3).year();
}

int IsoWeek::number() const {
    return (monday_.plus_days(3).day_of_year() - 1) / 7 + 1;
}

bool IsoWeek::contains(Date date) const {
    return date >= monday_ && date <= sunday();
}

IsoWeek IsoWeek::next() const {
    return IsoWeek(monday_.plus_days(7));
}
IsoWeek IsoWeek::previous() const {
    return IsoWeek(monday_.plus_days(-7));
}

std::string IsoWeek::text() const {
    std::string text;
    append_digits(text, year(), 4);
    text += "-W";
    append_digits(text, number(), 2);
    return text;
}

int weeks_in_year(int year) {
    if (!first_monday(year)) throw std::out_of_range("year outside 1800 to 2400");
    return IsoWeek::of(year, 53) ? 53 : 52;
}

} // namespace peergroup::calendar
