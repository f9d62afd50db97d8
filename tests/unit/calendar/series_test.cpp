#include "calendar/series.hpp"
#include "days.hpp"
#include "finnish_rules.hpp"
#include "print.hpp"
#include "show.hpp"

#include <limits>
#include <stdexcept>
#include <vector>

using peergroup::calendar::HolidayRules;
using peergroup::calendar::IsoWeek;
using peergroup::calendar::plan_series;
using peergroup::calendar::Series;
using peergroup::calendar::Skipped;
using peergroup::calendar::SkipReason;
using peergroup::calendar::SkipRules;

namespace {

const HolidayRules finland = finnish_rules();

SkipRules without_school_week(int week) {
    return {.holidays = &finland, .school_weeks = {{week, {}}}};
}

} // namespace

TEST_CASE("ten Wednesdays in Kajaani leave out the winter break of week 10") {
    const Series series = plan_series({day("2026-01-28"), 7, 10}, without_school_week(10));
    CHECK(series.dates == days({"2026-01-28", "2026-02-04", "2026-02-11", "2026-02-18", "2026-02-25", "2026-03-11", "2026-03-18",
                                "2026-03-25", "2026-04-01", "2026-04-08"}));
    CHECK(series.skipped == std::vector<Skipped>{{day("2026-03-04"), SkipReason::school_holiday, ""}});
}

TEST_CASE("ten Wednesdays in Helsinki leave out the winter break of week 8") {
    const Series series = plan_series({day("2026-01-28"), 7, 10}, without_school_week(8));
    CHECK(series.dates == days({"2026-01-28", "2026-02-04", "2026-02-11", "2026-02-25", "2026-03-04", "2026-03-11", "2026-03-18",
                                "2026-03-25", "2026-04-01", "2026-04-08"}));
}

TEST_CASE("ten Fridays leave out Good Friday and May Day") {
    const Series series = plan_series({day("2026-03-06"), 7, 10}, {.holidays = &finland});
    CHECK(series.dates == days({"2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27", "2026-04-10", "2026-04-17", "2026-04-24",
                                "2026-05-08", "2026-05-15", "2026-05-22"}));
    CHECK(series.skipped == std::vector<Skipped>{{day("2026-04-03"), SkipReason::holiday, "good-friday"},
                                                 {day("2026-05-01"), SkipReason::holiday, "may-day"}});
}

TEST_CASE("ten Wednesdays of autumn leave out week 42") {
    const Series series = plan_series({day("2026-09-02"), 7, 10}, without_school_week(42));
    CHECK(series.dates == days({"2026-09-02", "2026-09-09", "2026-09-16", "2026-09-23", "2026-09-30", "2026-10-07", "2026-10-21",
                                "2026-10-28", "2026-11-04", "2026-11-11"}));
}

TEST_CASE("every second week stays in step over a year of 53 weeks") {
    const Series series = plan_series({day("2026-12-14"), 14, 3}, {});
    CHECK(series.dates == days({"2026-12-14", "2026-12-28", "2027-01-11"}));
    CHECK(series.skipped.empty());
}

TEST_CASE("days off by custom are left out unless they are asked for") {
    SkipRules rules{.holidays = &finland};
    CHECK(plan_series({day("2026-12-24"), 7, 1}, rules).dates == days({"2026-12-31"}));
    rules.unofficial_holidays = false;
    CHECK(plan_series({day("2026-12-24"), 7, 1}, rules).dates == days({"2026-12-24"}));
}

TEST_CASE("a school week may hold in one year alone") {
    const SkipRules rules{.school_weeks = {{8, 2027}}};
    CHECK(plan_series({day("2026-02-18"), 7, 1}, rules).dates == days({"2026-02-18"}));
    CHECK(plan_series({day("2027-02-24"), 7, 1}, rules).dates == days({"2027-03-03"}));
}

TEST_CASE("a school week goes by the year of the week, not of the day") {
    const SkipRules rules{.school_weeks = {{53, 2026}}};
    CHECK(plan_series({day("2027-01-01"), 7, 1}, rules).dates == days({"2027-01-08"}));
}

TEST_CASE("weeks that were asked for are left out") {
    const SkipRules rules{.weeks = {IsoWeek::parse("2026-W45").value()}};
    const Series series = plan_series({day("2026-10-28"), 7, 2}, rules);
    CHECK(series.dates == days({"2026-10-28", "2026-11-11"}));
    CHECK(series.skipped == std::vector<Skipped>{{day("2026-11-04"), SkipReason::asked, ""}});
}

TEST_CASE("where several reasons hold the holiday is named") {
    const SkipRules rules{.holidays = &finland, .school_weeks = {{1, {}}}, .weeks = {IsoWeek::parse("2027-W01").value()}};
    const Series series = plan_series({day("2027-01-06"), 7, 1}, rules);
    CHECK(series.skipped == std::vector<Skipped>{{day("2027-01-06"), SkipReason::holiday, "epiphany"}});
}

TEST_CASE("a series without meetings, without end or without interval is refused") {
    for (const int count : {0, -1, 1001})
        CHECK_THROWS_AS(plan_series({day("2026-09-07"), 7, count}, {}), std::invalid_argument);
    for (const int interval : {0, -7})
        CHECK_THROWS_AS(plan_series({day("2026-09-07"), interval, 2}, {}), std::invalid_argument);
    CHECK(plan_series({day("2026-09-07"), 1, 1000}, {}).dates.size() == 1000);
}

TEST_CASE("the search ends where everything is left out") {
    SkipRules rules;
    for (int week = 1; week <= 53; ++week)
        rules.school_weeks.push_back({week, {}});
    CHECK_THROWS_AS(plan_series({day("2026-09-07"), 7, 1}, rules), std::length_error);
}

TEST_CASE("the search ends with the known years") {
    CHECK_THROWS_AS(plan_series({day("2400-12-20"), 7, 3}, {}), std::length_error);
    CHECK_THROWS_AS(plan_series({day("2026-09-07"), std::numeric_limits<int>::max(), 2}, {}), std::length_error);
    CHECK(plan_series({day("2026-09-07"), std::numeric_limits<int>::max(), 1}, {}).dates.size() == 1);
}
