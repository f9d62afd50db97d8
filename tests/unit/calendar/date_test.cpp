#include "calendar/date.hpp"
#include "days.hpp"
#include "print.hpp"
#include "show.hpp"

#include <chrono>
#include <stdexcept>

using peergroup::calendar::Date;
using peergroup::calendar::finnish;
using peergroup::calendar::full_years;
using peergroup::calendar::Weekday;

TEST_CASE("a date agrees with the standard library on every day it knows") {
    int differences = 0;
    const std::chrono::sys_days last = std::chrono::year(2400) / 12 / 31;
    for (std::chrono::sys_days expected = std::chrono::year(1800) / 1 / 1; expected <= last; expected += std::chrono::days(1)) {
        const std::chrono::year_month_day civil = expected;
        const int days = static_cast<int>(expected.time_since_epoch().count());
        const Date date = Date::from_days(days);
        const bool same = date.year() == static_cast<int>(civil.year()) && date.month() == static_cast<unsigned>(civil.month()) &&
                          date.day() == static_cast<unsigned>(civil.day()) &&
                          static_cast<unsigned>(date.weekday()) == std::chrono::weekday(expected).iso_encoding() &&
                          Date::of(date.year(), date.month(), date.day()) == date && Date::parse(date.iso()) == date &&
                          Date::parse_finnish(finnish(date)) == date && date.days() == days;
        if (!same) ++differences;
    }
    CHECK(differences == 0);
}

TEST_CASE("an ISO date is read only in its exact form") {
    CHECK(Date::parse("2019-04-30") == Date::of(2019, 4, 30));
    CHECK(Date::parse("1970-01-01") == Date());
    for (const char* text :
         {"",           "2019-4-30",  "2019-04-3",  "2019-04-300", "19-04-30",   "2019/04/30",       "2019-04-30 ", " 2019-04-30",
          "2019-04-31", "2019-02-29", "2100-02-29", "2019-13-01",  "2019-00-01", "2019-01-00",       "+019-01-01",  "2019-+1-01",
          "2019-01-0x", "-2019-01-1", "1799-12-31", "2401-01-01",  "9999-12-31", "2019-04-30T00:00", "20190430"}) {
        CAPTURE(text);
        CHECK_FALSE(Date::parse(text).has_value());
    }
    CHECK(Date::parse("2000-02-29").has_value());
    CHECK(Date::parse("1800-01-01").has_value());
    CHECK(Date::parse("2400-12-31").has_value());
}

TEST_CASE("a Finnish date is read with or without leading zeros") {
    CHECK(Date::parse_finnish("30.4.2019") == Date::of(2019, 4, 30));
    CHECK(Date::parse_finnish("03.04.2019") == Date::of(2019, 4, 3));
    CHECK(Date::parse_finnish("3.04.2019") == Date::of(2019, 4, 3));
    for (const char* text : {"",         ".",           "..",         "...",        "31.4.2019",   "30.4.19",    "30.4.",
                             "30.4",     "30. 4. 2019", "30.4.2019 ", "030.4.2019", "30.004.2019", "30.4.02019", ".4.2019",
                             "30..2019", "30-4-2019",   "30.4.2019.", "2019.4.30",  "-3.4.2019",   "4/30/2019"}) {
        CAPTURE(text);
        CHECK_FALSE(Date::parse_finnish(text).has_value());
    }
}

TEST_CASE("either form gives the same date") {
    CHECK(Date::parse_either("2019-04-30") == Date::parse_either("30.4.2019"));
    CHECK(Date::parse_either("30.4.2019").has_value());
    CHECK_FALSE(Date::parse_either("30 April 2019").has_value());
}

TEST_CASE("a date is written in both forms") {
    CHECK(day("2026-03-04").iso() == "2026-03-04");
    CHECK(finnish(day("2026-03-04")) == "4.3.2026");
    CHECK(finnish(day("2026-12-24")) == "24.12.2026");
}

TEST_CASE("days are added over the ends of months and years") {
    CHECK(day("2026-12-31").plus_days(1) == day("2027-01-01"));
    CHECK(day("2028-03-01").plus_days(-1) == day("2028-02-29"));
    CHECK(day("2026-01-28").plus_days(70) == day("2026-04-08"));
    CHECK(day("1969-12-31").days() == -1);
}

TEST_CASE("arithmetic stops a year beyond the known years") {
    CHECK(day("2400-12-31").plus_days(7).iso() == "2401-01-07");
    CHECK(day("1800-01-01").plus_days(-7).iso() == "1799-12-25");
    CHECK_THROWS_AS(day("2400-12-31").plus_days(366), std::out_of_range);
    CHECK_THROWS_AS(day("1800-01-01").plus_days(-366), std::out_of_range);
    CHECK_THROWS_AS(day("2026-01-01").plus_days(2147483647), std::out_of_range);
    CHECK_THROWS_AS(day("2026-01-01").plus_days(-2147483647 - 1), std::out_of_range);
    CHECK_THROWS_AS(Date::from_days(9'223'372'036'854'775'807), std::out_of_range);
}

TEST_CASE("dates are ordered by day, and so are their texts") {
    CHECK(day("2026-02-28") < day("2026-03-01"));
    CHECK(day("1969-12-31") < day("1970-01-01"));
    CHECK(day("2026-09-30").iso() < day("2026-10-01").iso());
}

TEST_CASE("the number of a day in its year counts the leap day") {
    CHECK(day("2026-01-01").day_of_year() == 1);
    CHECK(day("2026-03-01").day_of_year() == 60);
    CHECK(day("2028-03-01").day_of_year() == 61);
    CHECK(day("2028-12-31").day_of_year() == 366);
}

TEST_CASE("a weekday follows ISO 8601") {
    CHECK(day("2026-11-02").weekday() == Weekday::monday);
    CHECK(day("2026-11-08").weekday() == Weekday::sunday);
    CHECK(day("1970-01-01").weekday() == Weekday::thursday);
    CHECK(day("1917-12-06").weekday() == Weekday::thursday);
}

TEST_CASE("full years are reached on the birthday") {
    CHECK(full_years(day("2010-09-07"), day("2026-09-06")) == 15);
    CHECK(full_years(day("2010-09-07"), day("2026-09-07")) == 16);
    CHECK(full_years(day("2026-09-07"), day("2026-09-07")) == 0);
    CHECK(full_years(day("2026-09-07"), day("2026-09-06")) == -1);
    CHECK(full_years(day("2010-12-31"), day("2026-01-01")) == 15);
}

TEST_CASE("somebody born on the leap day is a year older on 28 February of a common year") {
    CHECK(full_years(day("2008-02-29"), day("2026-02-27")) == 17);
    CHECK(full_years(day("2008-02-29"), day("2026-02-28")) == 18);
    CHECK(full_years(day("2008-02-29"), day("2028-02-28")) == 19);
    CHECK(full_years(day("2008-02-29"), day("2028-02-29")) == 20);
    CHECK(full_years(day("2008-02-28"), day("2028-02-28")) == 20);
}
