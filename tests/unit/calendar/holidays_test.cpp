#include "calendar/holidays.hpp"
#include "days.hpp"
#include "finnish_rules.hpp"
#include "print.hpp"
#include "show.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

using peergroup::calendar::Date;
using peergroup::calendar::easter;
using peergroup::calendar::Holiday;
using peergroup::calendar::HolidayRule;
using peergroup::calendar::HolidayRules;
using peergroup::calendar::Weekday;

namespace {

Date date_of(const HolidayRules& rules, int year, const std::string& id) {
    const auto holidays = rules.in_year(year);
    const auto found = std::ranges::find(holidays, id, &Holiday::id);
    return found == holidays.end() ? throw std::runtime_error("no " + id) : found->date;
}

/// Easter by another way: the Sunday after the full moon of the ecclesiastical table (golden number and epact).
Date easter_by_table(int year) {
    const int golden = year % 19 + 1;
    const int century = year / 100 + 1;
    const int leap_years_left_out = 3 * century / 4 - 12;
    const int moon_correction = (8 * century + 5) / 25 - 5;
    const int sunday = 5 * year / 4 - leap_years_left_out - 10;
    int epact = (11 * golden + 20 + moon_correction - leap_years_left_out) % 30;
    if ((epact == 25 && golden > 11) || epact == 24) ++epact;
    int full_moon = 44 - epact;
    if (full_moon < 21) full_moon += 30;
    const int days_after_february = full_moon + 7 - (sunday + full_moon) % 7;
    return Date::of(year, 3, 1)->plus_days(days_after_february - 1);
}

} // namespace

TEST_CASE("movable holidays of six years fall on the published days") {
    struct Year {
        int year;
        std::string_view easter, good_friday, easter_monday, ascension, pentecost, midsummer, all_saints;
    };
    const HolidayRules rules = finnish_rules();
    for (const Year& expected :
         {Year{2025, "20.4.2025", "18.4.2025", "21.4.2025", "29.5.2025", "8.6.2025", "21.6.2025", "1.11.2025"},
          Year{2026, "5.4.2026", "3.4.2026", "6.4.2026", "14.5.2026", "24.5.2026", "20.6.2026", "31.10.2026"},
          Year{2027, "28.3.2027", "26.3.2027", "29.3.2027", "6.5.2027", "16.5.2027", "26.6.2027", "6.11.2027"},
          Year{2028, "16.4.2028", "14.4.2028", "17.4.2028", "25.5.2028", "4.6.2028", "24.6.2028", "4.11.2028"},
          Year{2029, "1.4.2029", "30.3.2029", "2.4.2029", "10.5.2029", "20.5.2029", "23.6.2029", "3.11.2029"},
          Year{2030, "21.4.2030", "19.4.2030", "22.4.2030", "30.5.2030", "9.6.2030", "22.6.2030", "2.11.2030"}}) {
        CAPTURE(expected.year);
        const auto check = [&](const char* id, std::string_view date) {
            CAPTURE(id);
            CHECK(date_of(rules, expected.year, id) == Date::parse_finnish(date).value());
        };
        check("easter-sunday", expected.easter);
        check("good-friday", expected.good_friday);
        check("easter-monday", expected.easter_monday);
        check("ascension", expected.ascension);
        check("pentecost", expected.pentecost);
        check("midsummer-day", expected.midsummer);
        check("all-saints", expected.all_saints);
    }
}

TEST_CASE("fixed holidays fall on their day") {
    const HolidayRules rules = finnish_rules();
    CHECK(date_of(rules, 2026, "new-year") == day("2026-01-01"));
    CHECK(date_of(rules, 2026, "epiphany") == day("2026-01-06"));
    CHECK(date_of(rules, 2026, "may-day") == day("2026-05-01"));
    CHECK(date_of(rules, 2026, "independence-day") == day("2026-12-06"));
    CHECK(date_of(rules, 2026, "christmas-day") == day("2026-12-25"));
    CHECK(date_of(rules, 2026, "boxing-day") == day("2026-12-26"));
    CHECK(rules.in_year(2026).size() == 15);
}

TEST_CASE("Easter agrees with the ecclesiastical table in every year") {
    int differences = 0;
    for (int year = 1800; year <= 2400; ++year) {
        const Date date = easter(year);
        const bool in_season = date >= Date::of(year, 3, 22) && date <= Date::of(year, 4, 25);
        if (date != easter_by_table(year) || date.weekday() != Weekday::sunday || !in_season) ++differences;
    }
    CHECK(differences == 0);
    CHECK(easter(1818) == day("1818-03-22"));
    CHECK(easter(2038) == day("2038-04-25"));
    CHECK_THROWS_AS(easter(1799), std::out_of_range);
    CHECK_THROWS_AS(easter(2401), std::out_of_range);
}

TEST_CASE("Midsummer Day and All Saints are always the Saturdays within their weeks") {
    const HolidayRules rules = finnish_rules();
    for (int year = 1990; year <= 2090; ++year) {
        CAPTURE(year);
        const Date midsummer = date_of(rules, year, "midsummer-day");
        CHECK(midsummer.weekday() == Weekday::saturday);
        CHECK(midsummer >= Date::of(year, 6, 20).value());
        CHECK(midsummer <= Date::of(year, 6, 26).value());
        const Date all_saints = date_of(rules, year, "all-saints");
        CHECK(all_saints.weekday() == Weekday::saturday);
        CHECK(all_saints >= Date::of(year, 10, 31).value());
        CHECK(all_saints <= Date::of(year, 11, 6).value());
        CHECK(date_of(rules, year, "midsummer-eve") == midsummer.plus_days(-1));
    }
}

TEST_CASE("a day off by custom can be left aside") {
    const HolidayRules rules = finnish_rules();
    CHECK(rules.on(day("2026-06-19")) == Holiday{"midsummer-eve", day("2026-06-19"), false});
    CHECK_FALSE(rules.on(day("2026-06-19"), false).has_value());
    CHECK(rules.on(day("2026-12-24"))->id == "christmas-eve");
    CHECK(rules.on(day("2026-12-25"), false) == Holiday{"christmas-day", day("2026-12-25"), true});
    CHECK_FALSE(rules.on(day("2026-09-07")).has_value());
}

TEST_CASE("the holidays of a year come by day") {
    const auto holidays = finnish_rules().in_year(2026);
    CHECK(std::ranges::is_sorted(holidays, {}, &Holiday::date));
    CHECK(holidays.front().id == "new-year");
    CHECK(holidays.back().id == "boxing-day");
}

TEST_CASE("on one day the official holiday comes first") {
    const HolidayRules rules({{.id = "custom", .month = 5, .day = 1, .official = false}, {.id = "law", .month = 5, .day = 1}});
    CHECK(rules.on(day("2026-05-01"))->id == "law");
    CHECK(rules.in_year(2026).front().id == "law");
    CHECK(rules.in_year(2026).size() == 2);
}

TEST_CASE("a rule holds from its first to its last year") {
    const HolidayRules rules({{.id = "once", .month = 5, .day = 4, .from_year = 2020, .to_year = 2022}});
    CHECK_FALSE(rules.on(day("2019-05-04")).has_value());
    CHECK(rules.on(day("2020-05-04")).has_value());
    CHECK(rules.on(day("2022-05-04")).has_value());
    CHECK_FALSE(rules.on(day("2023-05-04")).has_value());
}

TEST_CASE("an offset leads over New Year") {
    const HolidayRules rules({{.id = "eve", .month = 1, .day = 1, .offset_days = -1}});
    CHECK(rules.on(day("2026-12-31"))->id == "eve");
    CHECK(rules.in_year(2026) == std::vector<Holiday>{{"eve", day("2026-12-31"), true}});
}

TEST_CASE("a leap day is kept in leap years alone") {
    const HolidayRules rules({{.id = "leap", .month = 2, .day = 29}});
    CHECK(rules.in_year(2026).empty());
    CHECK(rules.in_year(2028).size() == 1);
}

TEST_CASE("rules that no year can keep are refused") {
    const auto build = [](HolidayRule rule) { return HolidayRules({std::move(rule)}); };
    CHECK_THROWS_AS(build({.id = "x", .month = 2, .day = 30}), std::invalid_argument);
    CHECK_THROWS_AS(build({.id = "x", .month = 13, .day = 1}), std::invalid_argument);
    CHECK_THROWS_AS(build({.id = "x", .offset_days = 367}), std::invalid_argument);
}

TEST_CASE("years at the ends of the calendar have holidays too") {
    const HolidayRules rules = finnish_rules();
    CHECK(rules.in_year(1800).size() == 14);
    CHECK(rules.in_year(2400).size() == 15);
    CHECK(rules.in_year(2500).empty());
    CHECK_FALSE(HolidayRules().on(day("2026-01-01")).has_value());
}
