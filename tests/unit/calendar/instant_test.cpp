#include "calendar/instant.hpp"
#include "print.hpp"
#include "show.hpp"

#include <cstdint>
#include <limits>
#include <stdexcept>

using peergroup::calendar::Instant;

TEST_CASE("an instant is read in RFC 3339 with any offset") {
    CHECK(Instant::parse("1970-01-01T00:00:00Z")->seconds() == 0);
    CHECK(Instant::parse("2026-03-25T15:00:00Z")->seconds() == 1774450800);
    CHECK(Instant::parse("2026-03-25T17:00:00+02:00") == Instant::parse("2026-03-25T15:00:00Z"));
    CHECK(Instant::parse("2026-03-25T10:00:00-05:00") == Instant::parse("2026-03-25T15:00:00Z"));
    CHECK(Instant::parse("2026-03-26T00:30:00+05:45") == Instant::parse("2026-03-25T18:45:00Z"));
    CHECK(Instant::parse("2026-03-25t15:00:00z") == Instant::parse("2026-03-25T15:00:00Z"));
    CHECK(Instant::parse("2026-03-25T15:00:00.999Z") == Instant::parse("2026-03-25T15:00:00Z"));
    CHECK(Instant::parse("2026-03-25T15:00:00.5+00:00") == Instant::parse("2026-03-25T15:00:00Z"));
}

TEST_CASE("what is no instant is refused") {
    for (const char* text :
         {"", "2026-03-25", "2026-03-25T15:00:00", "2026-03-25 15:00:00Z", "2026-03-25T15:00Z", "2026-03-25T24:00:00Z",
          "2026-03-25T15:60:00Z", "2026-06-30T23:59:60Z", "2026-02-30T15:00:00Z", "2026-03-25T15:00:00+0200",
          "2026-03-25T15:00:00+02", "2026-03-25T15:00:00+24:00", "2026-03-25T15:00:00+02:60", "2026-03-25T15:00:00.Z",
          "2026-03-25T15:00:00.5", "2026-03-25T15:00:00ZZ", "2026-03-25T15:00:00Z ", "2026-03-25T15-00-00Z"}) {
        CAPTURE(text);
        CHECK_FALSE(Instant::parse(text).has_value());
    }
}

TEST_CASE("an instant is written in UTC, also before 1970") {
    CHECK(Instant::parse("2026-03-25T17:05:09+02:00")->text() == "2026-03-25T15:05:09Z");
    CHECK(Instant::from_seconds(-1).text() == "1969-12-31T23:59:59Z");
    CHECK(Instant::from_seconds(-86400).text() == "1969-12-31T00:00:00Z");
    CHECK(Instant::from_seconds(-86401).text() == "1969-12-30T23:59:59Z");
    CHECK(Instant::parse("2099-12-31T23:59:59Z")->text() == "2099-12-31T23:59:59Z");
    CHECK(Instant::parse("2400-12-31T23:59:59-12:00")->text() == "2401-01-01T11:59:59Z");
}

TEST_CASE("seconds are added within the known years") {
    const Instant instant = Instant::parse("2026-12-31T23:59:59Z").value();
    CHECK(instant.plus_seconds(1).text() == "2027-01-01T00:00:00Z");
    CHECK(instant.plus_seconds(-1) < instant);
    CHECK_THROWS_AS(instant.plus_seconds(std::numeric_limits<std::int64_t>::max()), std::out_of_range);
    CHECK_THROWS_AS(instant.plus_seconds(std::numeric_limits<std::int64_t>::min()), std::out_of_range);
    CHECK_THROWS_AS(Instant::from_seconds(std::numeric_limits<std::int64_t>::min()), std::out_of_range);
    CHECK_THROWS_AS(Instant::from_seconds(std::numeric_limits<std::int64_t>::max()), std::out_of_range);
}
