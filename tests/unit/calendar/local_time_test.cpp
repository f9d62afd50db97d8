#include "calendar/local_time.hpp"
#include "print.hpp"
#include "show.hpp"

using peergroup::calendar::LocalTime;

TEST_CASE("a time of day is read with a colon or a point") {
    CHECK(LocalTime::parse("17:00") == LocalTime::of(17, 0));
    CHECK(LocalTime::parse("17.05") == LocalTime::of(17, 5));
    CHECK(LocalTime::parse("9:30") == LocalTime::of(9, 30));
    CHECK(LocalTime::parse("09.30") == LocalTime::of(9, 30));
    CHECK(LocalTime::parse("00:00") == LocalTime());
    CHECK(LocalTime::parse("23:59")->minutes() == 1439);
}

TEST_CASE("what is no time of day is refused") {
    for (const char* text : {"", ":", "17", "17:0", "17:000", "24:00", "17:60", "017:00", ":30", "-1:30", "17:+1", "17:00:00",
                             "5 pm", " 9:30", "9:30 ", "17.00.", "1700"}) {
        CAPTURE(text);
        CHECK_FALSE(LocalTime::parse(text).has_value());
    }
    CHECK_FALSE(LocalTime::of(24, 0).has_value());
    CHECK_FALSE(LocalTime::of(-1, 0).has_value());
    CHECK_FALSE(LocalTime::of(0, 60).has_value());
    CHECK_FALSE(LocalTime::of(0, -1).has_value());
}

TEST_CASE("a time of day is written with two digits each") {
    CHECK(LocalTime::parse("9.05")->text() == "09:05");
    CHECK(LocalTime::parse("17:00")->text() == "17:00");
    CHECK(LocalTime::parse("9:05")->hour() == 9);
    CHECK(LocalTime::parse("9:05")->minute() == 5);
    CHECK(*LocalTime::parse("9:30") < *LocalTime::parse("17:00"));
}
