#include "calendar/instant.hpp"
#include "calendar/posix_rule.hpp"
#include "print.hpp"

#include <string_view>

using peergroup::calendar::Instant;
using peergroup::calendar::PosixRule;

namespace {

int offset(std::string_view rule, std::string_view instant) {
    return PosixRule::parse(rule).value().offset_at(Instant::parse(instant).value().seconds());
}

constexpr int hour = 3600;

} // namespace

TEST_CASE("a rule without summer time has one offset") {
    CHECK(offset("UTC0", "2090-07-01T00:00:00Z") == 0);
    CHECK(offset("<+0545>-5:45", "2090-07-01T00:00:00Z") == 5 * hour + 45 * 60);
    CHECK(offset("<-03>3", "2090-07-01T00:00:00Z") == -3 * hour);
    CHECK(offset("LMT-1:39:49", "2090-07-01T00:00:00Z") == hour + 39 * 60 + 49);
}

TEST_CASE("the clock changes on the last Sunday at the stated second") {
    constexpr std::string_view helsinki = "EET-2EEST,M3.5.0/3,M10.5.0/4";
    CHECK(offset(helsinki, "2026-03-29T00:59:59Z") == 2 * hour);
    CHECK(offset(helsinki, "2026-03-29T01:00:00Z") == 3 * hour);
    CHECK(offset(helsinki, "2026-10-25T00:59:59Z") == 3 * hour);
    CHECK(offset(helsinki, "2026-10-25T01:00:00Z") == 2 * hour);
    CHECK(offset(helsinki, "2026-12-31T22:00:00Z") == 2 * hour);
}

TEST_CASE("the second Sunday counts from the first of the month, at 02:00 unless stated") {
    constexpr std::string_view new_york = "EST5EDT,M3.2.0,M11.1.0";
    CHECK(offset(new_york, "2026-03-08T06:59:59Z") == -5 * hour);
    CHECK(offset(new_york, "2026-03-08T07:00:00Z") == -4 * hour);
    CHECK(offset(new_york, "2026-11-01T05:59:59Z") == -4 * hour);
    CHECK(offset(new_york, "2026-11-01T06:00:00Z") == -5 * hour);
}

TEST_CASE("southern summer runs over New Year") {
    constexpr std::string_view sydney = "AEST-10AEDT,M10.1.0,M4.1.0/3";
    CHECK(offset(sydney, "2026-01-01T00:00:00Z") == 11 * hour);
    CHECK(offset(sydney, "2026-07-01T00:00:00Z") == 10 * hour);
    CHECK(offset(sydney, "2026-12-31T12:59:59Z") == 11 * hour);
    CHECK(offset(sydney, "2026-12-31T13:00:00Z") == 11 * hour);
}

TEST_CASE("winter time may be the one that is set apart") {
    constexpr std::string_view dublin = "IST-1GMT0,M10.5.0,M3.5.0/1";
    CHECK(offset(dublin, "2026-07-01T00:00:00Z") == hour);
    CHECK(offset(dublin, "2026-12-01T00:00:00Z") == 0);
}

TEST_CASE("a change may be below zero hours or beyond a day") {
    CHECK(offset("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z") == -2 * hour);
    CHECK(offset("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z") == -hour);
    CHECK(offset("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-26T23:59:59Z") == 2 * hour);
    CHECK(offset("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z") == 3 * hour);
}

TEST_CASE("summer time may last all year") {
    for (const char* instant : {"2026-01-01T05:00:00Z", "2026-01-01T04:59:59Z", "2026-07-01T00:00:00Z", "2026-12-31T23:59:59Z"}) {
        CAPTURE(instant);
        CHECK(offset("EST5EDT,0/0,J365/25", instant) == -4 * hour);
    }
}

TEST_CASE("days of the year count the leap day or leave it out") {
    CHECK(offset("AAA0BBB,J60/0,J61/0", "2028-02-29T12:00:00Z") == 0);
    CHECK(offset("AAA0BBB,J60/0,J61/0", "2028-03-01T12:00:00Z") == hour);
    CHECK(offset("AAA0BBB,59/0,60/0", "2028-02-29T12:00:00Z") == hour);
    CHECK(offset("AAA0BBB,59/0,60/0", "2026-03-01T12:00:00Z") == hour);
}

TEST_CASE("what is no rule is refused") {
    for (const char* text : {"",
                             "EET",
                             "EE-2",
                             "-2",
                             "EET-25",
                             "EET-2EEST",
                             "EET-2EEST,M3.5.0/3",
                             "EET-2EEST,M3.5.0/3,M10.5.0/4,",
                             "EET-2 ",
                             "<+05-5",
                             "EET-2EEST,M13.5.0,M10.5.0",
                             "EET-2EEST,M3.6.0,M10.5.0",
                             "EET-2EEST,M3.5.7,M10.5.0",
                             "EET-2EEST,M3.5,M10.5.0",
                             "EET-2EEST,M3.5.0/168,M10.5.0",
                             "EET-2EEST,J0,J365",
                             "EET-2EEST,366,1",
                             "EET-2:60",
                             "EET-2EEST,M3.5.0/,M10.5.0",
                             "EET-99999999999999999999",
                             "EET--2",
                             "EET-2EEST,,"}) {
        CAPTURE(text);
        CHECK_FALSE(PosixRule::parse(text).has_value());
    }
}
