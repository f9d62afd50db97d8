#include "print.hpp"
#include "reports/week_figures.hpp"

#include <doctest/doctest.h>

using peergroup::reports::WeekFigures;

namespace {

WeekFigures full_week() {
    WeekFigures week;
    week.enrolled = 4;
    week.expected = 8;
    week.attended = 5;
    week.absent_notified = 1;
    week.absent_not_notified = 1;
    week.left = 2;
    week.seats = 6;
    week.seats_filled = 4;
    week.left_by_reason = {{"moved_away", 1}, {"", 1}};
    week.people = {7, 3, 7};
    return week;
}

} // namespace

TEST_CASE("unmarked is what was expected and says nothing") {
    CHECK(full_week().unmarked() == 1);
}

TEST_CASE("parts are summed, reasons by reason") {
    WeekFigures sum = full_week();
    WeekFigures other = full_week();
    other.left_by_reason = {{"moved_away", 2}};
    other.people = {9};
    sum.add(other);
    CHECK(sum.enrolled == 8);
    CHECK(sum.expected == 16);
    CHECK(sum.attended == 10);
    CHECK(sum.seats == 12);
    CHECK(sum.left_by_reason == std::map<std::string, std::int64_t>{{"", 1}, {"moved_away", 3}});
    sum.settle();
    CHECK(sum.people == std::vector<std::int64_t>{3, 7, 9});
}

TEST_CASE("a week is blank when nothing happened, however many seats there are") {
    WeekFigures week;
    CHECK(week.is_blank());
    week.seats = 12;
    CHECK(week.is_blank());
    week.waitlisted = 1;
    CHECK_FALSE(week.is_blank());
}
