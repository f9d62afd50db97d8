#include "calendar/iso_week.hpp"
#include "days.hpp"
#include "print.hpp"
#include "show.hpp"

#include <ctime>
#include <stdexcept>
#include <string>

using peergroup::calendar::Date;
using peergroup::calendar::IsoWeek;
using peergroup::calendar::weeks_in_year;

namespace {

std::string week_and_day(std::string_view iso) {
    const Date date = day(iso);
    return IsoWeek::of(date).text() + "-" + std::to_string(static_cast<int>(date.weekday()));
}

/// The week by the C library, which knows the calendar by another way.
std::string week_by_c_library(Date date) {
    const std::time_t seconds = std::time_t{date.days()} * 86400;
    std::tm civil{};
    gmtime_r(&seconds, &civil);
    char text[16] = {};
    return std::string(text, std::strftime(text, sizeof text, "%G-W%V", &civil));
}

} // namespace

TEST_CASE("days at the edges of years fall into the right week") {
    CHECK(week_and_day("2024-12-30") == "2025-W01-1");
    CHECK(week_and_day("2025-12-29") == "2026-W01-1");
    CHECK(week_and_day("2026-12-31") == "2026-W53-4");
    CHECK(week_and_day("2027-01-03") == "2026-W53-7");
    CHECK(week_and_day("2027-01-04") == "2027-W01-1");
    CHECK(week_and_day("2021-01-03") == "2020-W53-7");
    CHECK(week_and_day("2028-12-31") == "2028-W52-7");
}

TEST_CASE("weeks agree with the C library on every day of three centuries") {
    int differences = 0;
    for (Date date = day("1850-01-01"); date <= day("2150-12-31"); date = date.plus_days(1)) {
        const IsoWeek week = IsoWeek::of(date);
        const bool same = week.text() == week_by_c_library(date) && week.contains(date) && IsoWeek::parse(week.text()) == week;
        if (!same) ++differences;
    }
    CHECK(differences == 0);
}

TEST_CASE("a week runs from Monday to Sunday") {
    const IsoWeek week = IsoWeek::parse("2026-W09").value();
    CHECK(week.year() == 2026);
    CHECK(week.number() == 9);
    CHECK(week.monday() == day("2026-02-23"));
    CHECK(week.sunday() == day("2026-03-01"));
    CHECK(week.contains(day("2026-02-23")));
    CHECK(week.contains(day("2026-03-01")));
    CHECK_FALSE(week.contains(day("2026-02-22")));
    CHECK_FALSE(week.contains(day("2026-03-02")));
}

TEST_CASE("school holiday weeks have the published days") {
    const auto check = [](std::string_view text, std::string_view monday, std::string_view sunday) {
        CAPTURE(text);
        const IsoWeek week = IsoWeek::parse(text).value();
        CHECK(week.monday() == day(monday));
        CHECK(week.sunday() == day(sunday));
    };
    check("2026-W08", "2026-02-16", "2026-02-22");
    check("2026-W10", "2026-03-02", "2026-03-08");
    check("2026-W42", "2026-10-12", "2026-10-18");
    check("2026-W43", "2026-10-19", "2026-10-25");
    check("2027-W08", "2027-02-22", "2027-02-28");
    check("2027-W10", "2027-03-08", "2027-03-14");
    check("2027-W42", "2027-10-18", "2027-10-24");
}

TEST_CASE("a week text is read only in its exact form") {
    for (const char* text : {"", "2026-W5", "2026-w05", "2026W05", "2026-W00", "2026-W54", "2025-W53", "2026-W05 ", "2026-05",
                             "26-W05", "2026-W+5", "1799-W10", "2401-W01", "2026-W05-1"}) {
        CAPTURE(text);
        CHECK_FALSE(IsoWeek::parse(text).has_value());
    }
    CHECK(IsoWeek::parse("2026-W53").has_value());
    CHECK(IsoWeek::of(2026, 53) == IsoWeek::parse("2026-W53"));
    CHECK_FALSE(IsoWeek::of(2025, 53).has_value());
    CHECK_FALSE(IsoWeek::of(2025, 0).has_value());
}

TEST_CASE("the next and the previous week lead over the long year") {
    const IsoWeek last = IsoWeek::parse("2026-W53").value();
    CHECK(last.next().text() == "2027-W01");
    CHECK(last.next().previous() == last);
    CHECK(last.previous().text() == "2026-W52");
    CHECK(last < last.next());
}

TEST_CASE("long years have 53 weeks") {
    CHECK(weeks_in_year(2026) == 53);
    CHECK(weeks_in_year(2020) == 53);
    CHECK(weeks_in_year(2032) == 53);
    CHECK(weeks_in_year(2025) == 52);
    CHECK(weeks_in_year(2027) == 52);
    CHECK_THROWS_AS(weeks_in_year(2401), std::out_of_range);
}

TEST_CASE("the weeks around the first and the last known day exist") {
    CHECK(IsoWeek::of(day("1800-01-01")).text() == "1800-W01");
    CHECK(IsoWeek::of(day("1800-01-01")).monday().iso() == "1799-12-30");
    CHECK(IsoWeek::of(day("2400-12-31")).text() == "2400-W52");
}
