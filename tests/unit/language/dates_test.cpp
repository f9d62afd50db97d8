#include "language/dates.hpp"
#include "print.hpp"

#include <stdexcept>
#include <string>

using peergroup::Language;
using peergroup::language::month_name;
using peergroup::language::short_date;
using peergroup::language::short_time;
using peergroup::language::weekday_name;

TEST_CASE("a date is written as each language writes it") {
    CHECK(short_date(Language::fi, 2026, 3, 4) == "4.3.2026");
    CHECK(short_date(Language::sv, 2026, 3, 4) == "4.3.2026");
    CHECK(short_date(Language::en, 2026, 3, 4) == "4 Mar 2026");
    CHECK(short_date(Language::en, 2026, 9, 30) == "30 Sep 2026");
    CHECK_THROWS_AS(short_date(Language::fi, 2026, 13, 4), std::out_of_range);
}

TEST_CASE("a time is written as each language writes it") {
    CHECK(short_time(Language::fi, 17, 5) == "17.05");
    CHECK(short_time(Language::sv, 9, 30) == "9.30");
    CHECK(short_time(Language::en, 17, 5) == "17:05");
}

TEST_CASE("weekdays are named from Monday to Sunday") {
    CHECK(std::string(weekday_name(Language::fi, 1)) == "maanantai");
    CHECK(std::string(weekday_name(Language::sv, 3)) == "onsdag");
    CHECK(std::string(weekday_name(Language::en, 7)) == "Sunday");
    CHECK_THROWS_AS(weekday_name(Language::fi, 0), std::out_of_range);
    CHECK_THROWS_AS(weekday_name(Language::fi, 8), std::out_of_range);
}

TEST_CASE("months are named from January to December") {
    CHECK(std::string(month_name(Language::fi, 1)) == "tammikuu");
    CHECK(std::string(month_name(Language::sv, 5)) == "maj");
    CHECK(std::string(month_name(Language::en, 12)) == "December");
    CHECK_THROWS_AS(month_name(Language::fi, 0), std::out_of_range);
    CHECK_THROWS_AS(month_name(Language::fi, 13), std::out_of_range);
}
