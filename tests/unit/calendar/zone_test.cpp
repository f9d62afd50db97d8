#include "calendar/zone.hpp"
#include "days.hpp"
#include "print.hpp"
#include "show.hpp"

#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

using peergroup::calendar::Date;
using peergroup::calendar::Instant;
using peergroup::calendar::LocalTime;
using peergroup::calendar::Zone;

namespace {

Zone zone(const std::string& name) {
    return Zone::load(name).value();
}
LocalTime at(std::string_view text) {
    return LocalTime::parse(text).value();
}
Instant instant(std::string_view text) {
    return Instant::parse(text).value();
}

std::string utc(const std::string& name, std::string_view date, std::string_view time) {
    return zone(name).instant(day(date), at(time)).text();
}

} // namespace

TEST_CASE("a weekly meeting keeps its time on the wall over the change of clocks") {
    CHECK(utc("Europe/Helsinki", "2026-03-25", "17:00") == "2026-03-25T15:00:00Z");
    CHECK(utc("Europe/Helsinki", "2026-04-01", "17:00") == "2026-04-01T14:00:00Z");
}

TEST_CASE("a skipped time does not exist and is moved forward by the gap") {
    const Zone helsinki = zone("Europe/Helsinki");
    CHECK_FALSE(helsinki.exists(day("2026-03-29"), at("03:30")));
    CHECK_FALSE(helsinki.exists(day("2026-03-29"), at("03:00")));
    CHECK(helsinki.exists(day("2026-03-29"), at("02:59")));
    CHECK(helsinki.exists(day("2026-03-29"), at("04:00")));
    CHECK(helsinki.instants(day("2026-03-29"), at("03:30")).empty());
    const Instant moved = helsinki.instant(day("2026-03-29"), at("03:30"));
    CHECK(moved == instant("2026-03-29T01:30:00Z"));
    CHECK(helsinki.local_time(moved) == at("04:30"));
}

TEST_CASE("a repeated time has two instants and means the earlier") {
    const Zone helsinki = zone("Europe/Helsinki");
    const std::vector<Instant> both{instant("2026-10-25T00:30:00Z"), instant("2026-10-25T01:30:00Z")};
    CHECK(helsinki.instants(day("2026-10-25"), at("03:30")) == both);
    CHECK(helsinki.instant(day("2026-10-25"), at("03:30")) == both.front());
    CHECK(helsinki.instants(day("2026-10-25"), at("03:00")).size() == 2);
    CHECK(helsinki.instants(day("2026-10-25"), at("04:00")).size() == 1);
    CHECK(helsinki.instants(day("2026-10-25"), at("02:59")).size() == 1);
}

TEST_CASE("the clocks change on the published days") {
    const Zone helsinki = zone("Europe/Helsinki");
    for (const char* spring : {"2026-03-29", "2027-03-28", "2028-03-26", "2045-03-26", "2090-03-26"}) {
        CAPTURE(spring);
        CHECK_FALSE(helsinki.exists(day(spring), at("03:30")));
    }
    for (const char* autumn : {"2026-10-25", "2027-10-31", "2028-10-29", "2045-10-29", "2090-10-29"}) {
        CAPTURE(autumn);
        CHECK(helsinki.instants(day(autumn), at("03:30")).size() == 2);
    }
}

TEST_CASE("years after 2037 follow the closing rule") {
    CHECK(utc("Europe/Helsinki", "2045-01-15", "12:00") == "2045-01-15T10:00:00Z");
    CHECK(utc("Europe/Helsinki", "2045-07-15", "12:00") == "2045-07-15T09:00:00Z");
    CHECK(utc("Europe/Helsinki", "2090-01-15", "12:00") == "2090-01-15T10:00:00Z");
    CHECK(utc("Europe/Helsinki", "2090-07-15", "12:00") == "2090-07-15T09:00:00Z");
    CHECK(utc("America/New_York", "2090-07-15", "12:00") == "2090-07-15T16:00:00Z");
    CHECK(utc("America/New_York", "2045-12-15", "12:00") == "2045-12-15T17:00:00Z");
}

TEST_CASE("zones of other shapes are read as well") {
    CHECK(utc("Asia/Kathmandu", "2026-07-01", "12:00") == "2026-07-01T06:15:00Z");
    CHECK(utc("UTC", "2026-07-01", "12:00") == "2026-07-01T12:00:00Z");
    CHECK(utc("America/New_York", "2026-07-01", "12:00") == "2026-07-01T16:00:00Z");
    CHECK(utc("Pacific/Kiritimati", "2026-07-01", "12:00") == "2026-06-30T22:00:00Z");
}

TEST_CASE("a day that a place left out does not exist") {
    const Zone apia = zone("Pacific/Apia");
    CHECK_FALSE(apia.exists(day("2011-12-30"), at("12:00")));
    CHECK(apia.local_date(apia.instant(day("2011-12-30"), at("12:00"))) == day("2011-12-31"));
}

TEST_CASE("an instant is shown on the local clock") {
    const Zone helsinki = zone("Europe/Helsinki");
    const Instant late = instant("2026-06-30T21:30:00Z");
    CHECK(helsinki.local_date(late) == day("2026-07-01"));
    CHECK(helsinki.local_time(late) == at("00:30"));
    CHECK(helsinki.offset_seconds(late) == 3 * 3600);
    CHECK(zone("America/New_York").local_date(instant("2026-07-01T03:59:59Z")) == day("2026-06-30"));
    CHECK(helsinki.name() == "Europe/Helsinki");
}

TEST_CASE("the clock of the past is known too") {
    const Zone helsinki = zone("Europe/Helsinki");
    CHECK(helsinki.offset_seconds(instant("1942-07-01T00:00:00Z")) == 3 * 3600);
    CHECK(helsinki.offset_seconds(instant("1975-07-01T00:00:00Z")) == 2 * 3600);
    CHECK(helsinki.offset_seconds(instant("1850-01-01T00:00:00Z")) == 5989);
    CHECK(helsinki.local_time(instant("1850-01-01T00:00:00Z")) == at("01:39"));
}

TEST_CASE("every zone agrees with the C library") {
    int differences = 0;
    for (const char* name : {"Europe/Helsinki", "America/New_York", "Asia/Kathmandu", "UTC", "Europe/Dublin",
                             "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Pacific/Apia", "Asia/Gaza"}) {
        CAPTURE(name);
        setenv("TZ", name, 1);
        tzset();
        const Zone loaded = zone(name);
        const std::time_t step = 67 * 3600 + 13 * 60 + 7;
        for (std::time_t seconds = instant("1950-01-01T00:00:00Z").seconds(); seconds < instant("2120-01-01T00:00:00Z").seconds();
             seconds += step) {
            std::tm local{};
            localtime_r(&seconds, &local);
            const Instant moment = Instant::from_seconds(seconds);
            const bool same = loaded.offset_seconds(moment) == local.tm_gmtoff &&
                              loaded.local_time(moment) == LocalTime::of(local.tm_hour, local.tm_min) &&
                              loaded.local_date(moment).day_of_year() == local.tm_yday + 1;
            if (!same) ++differences;
        }
        CHECK(differences == 0);
    }
}

TEST_CASE("a name that is not there or leads elsewhere gives no zone") {
    for (const char* name : {"", "Europe/Atlantis", "Europe", "../zoneinfo/UTC", "/usr/share/zoneinfo/UTC", "Europe/../UTC",
                             "Europe/Hel sinki", "zone.tab", "tzdata.zi", "+VERSION"}) {
        CAPTURE(name);
        CHECK_FALSE(Zone::load(name).has_value());
    }
    CHECK_FALSE(Zone::load(std::string("UTC\0x", 5)).has_value());
    CHECK_FALSE(Zone::load("UTC", "/no/such/folder").has_value());
}
