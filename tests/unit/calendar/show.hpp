#pragma once

#include "calendar/date.hpp"
#include "calendar/holidays.hpp"
#include "calendar/instant.hpp"
#include "calendar/iso_week.hpp"
#include "calendar/local_time.hpp"
#include "calendar/series.hpp"

#include <doctest/doctest.h>

#include <string>

/// How doctest shows the values of the calendar when a check fails.
namespace peergroup::calendar {

inline doctest::String as_shown(const std::string& text) {
    return doctest::String(text.c_str());
}

inline doctest::String toString(const Date& date) {
    return as_shown(date.iso());
}
inline doctest::String toString(const IsoWeek& week) {
    return as_shown(week.text());
}
inline doctest::String toString(const LocalTime& time) {
    return as_shown(time.text());
}
inline doctest::String toString(const Instant& instant) {
    return as_shown(instant.text());
}
inline doctest::String toString(const Holiday& holiday) {
    return as_shown(holiday.id + " " + holiday.date.iso());
}
inline doctest::String toString(const Skipped& skipped) {
    return as_shown(skipped.date.iso() + " " + skipped.holiday_id);
}
inline doctest::String toString(Weekday weekday) {
    return as_shown(std::to_string(static_cast<int>(weekday)));
}

} // namespace peergroup::calendar
