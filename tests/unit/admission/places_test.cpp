#include "admission/places.hpp"

#include <doctest/doctest.h>

using peergroup::admission::Places;
using peergroup::admission::Seat;
using peergroup::calendar::Date;

namespace {

const Date day = Date::parse("2026-09-14").value();

} // namespace

TEST_CASE("seats are given until they are taken, then places on the waiting list") {
    Places places{.capacity = 2};
    CHECK(places.take(day) == Seat::enrolled);
    CHECK(places.take(day) == Seat::enrolled);
    CHECK(places.take(day) == Seat::waitlisted);
    CHECK(places.take(day) == Seat::waitlisted);
    CHECK(places.enrolled == 2);
    CHECK(places.waitlisted == 2);
}

TEST_CASE("without a capacity there is no limit") {
    Places places{.capacity = {}};
    for (int count = 0; count < 1000; ++count)
        CHECK(places.take(day) == Seat::enrolled);
}

TEST_CASE("a capacity of nothing seats nobody") {
    Places places{.capacity = 0};
    CHECK(places.take(day) == Seat::waitlisted);
    CHECK(places.enrolled == 0);
}

TEST_CASE("without a waiting list whoever finds it full is refused and changes nothing") {
    Places places{.capacity = 1, .waiting_list = false, .enrolled = 1};
    CHECK(places.take(day) == Seat::refused);
    CHECK(places.enrolled == 1);
    CHECK(places.waitlisted == 0);
}

TEST_CASE("nobody passes those who wait, even when a seat is free") {
    Places places{.capacity = 3, .waiting_list = true, .enrolled = 1, .waitlisted = 1};
    CHECK(places.take(day) == Seat::waitlisted);
    CHECK(places.enrolled == 1);
    Places closed{.capacity = 3, .waiting_list = false, .enrolled = 1, .waitlisted = 1};
    CHECK(closed.take(day) == Seat::refused);
}

TEST_CASE("who may not sit waits, or is refused where nobody waits") {
    Places places{.capacity = 3};
    CHECK(places.take(day, false) == Seat::waitlisted);
    CHECK(places.take(day, true) == Seat::waitlisted); // behind the one who waits
    Places closed{.capacity = 3, .waiting_list = false};
    CHECK(closed.take(day, false) == Seat::refused);
    CHECK(closed.take(day, true) == Seat::enrolled);
}

TEST_CASE("a group that is over its capacity seats nobody until it is below") {
    Places places{.capacity = 1, .waiting_list = true, .enrolled = 3};
    CHECK(places.take(day) == Seat::waitlisted);
    CHECK(places.enrolled == 3);
}

TEST_CASE("a seat whose member stays until later is taken until then, and changes hands on the last day") {
    Places places{.capacity = 1, .left_on = {day.plus_days(-7), day.plus_days(3)}};
    CHECK(places.take(day) == Seat::waitlisted);
    Places at_the_end{.capacity = 1, .left_on = {day.plus_days(-7), day.plus_days(3)}};
    CHECK(at_the_end.take(day.plus_days(3)) == Seat::enrolled);
}
