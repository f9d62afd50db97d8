#pragma once

#include "calendar/holidays.hpp"

/// The holidays of Finland, as a catalogue would state them.
inline peergroup::calendar::HolidayRules finnish_rules() {
    using peergroup::calendar::HolidayRule;
    using peergroup::calendar::Weekday;
    using Kind = HolidayRule::Kind;
    return peergroup::calendar::HolidayRules({
        {.id = "new-year", .month = 1, .day = 1},
        {.id = "epiphany", .month = 1, .day = 6},
        {.id = "good-friday", .kind = Kind::easter, .offset_days = -2},
        {.id = "easter-sunday", .kind = Kind::easter},
        {.id = "easter-monday", .kind = Kind::easter, .offset_days = 1},
        {.id = "may-day", .month = 5, .day = 1},
        {.id = "ascension", .kind = Kind::easter, .offset_days = 39},
        {.id = "pentecost", .kind = Kind::easter, .offset_days = 49},
        {.id = "midsummer-eve",
         .kind = Kind::weekday_from,
         .month = 6,
         .day = 20,
         .weekday = Weekday::saturday,
         .offset_days = -1,
         .official = false},
        {.id = "midsummer-day", .kind = Kind::weekday_from, .month = 6, .day = 20, .weekday = Weekday::saturday},
        {.id = "all-saints", .kind = Kind::weekday_from, .month = 10, .day = 31, .weekday = Weekday::saturday},
        {.id = "independence-day", .month = 12, .day = 6, .from_year = 1917},
        {.id = "christmas-eve", .month = 12, .day = 24, .official = false},
        {.id = "christmas-day", .month = 12, .day = 25},
        {.id = "boxing-day", .month = 12, .day = 26},
    });
}
