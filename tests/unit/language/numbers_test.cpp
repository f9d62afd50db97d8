#include "language/numbers.hpp"
#include "print.hpp"

#include <cstdint>
#include <limits>
#include <stdexcept>

using peergroup::Language;
using peergroup::language::decimal;
using peergroup::language::percent;
using peergroup::language::whole_number;

TEST_CASE("whole numbers are grouped by thousands") {
    CHECK(whole_number(Language::en, 0) == "0");
    CHECK(whole_number(Language::en, 999) == "999");
    CHECK(whole_number(Language::en, 1000) == "1,000");
    CHECK(whole_number(Language::en, -1234567) == "-1,234,567");
    CHECK(whole_number(Language::fi, 12345) == "12\u00A0345");
    CHECK(whole_number(Language::sv, 123456) == "123\u00A0456");
    CHECK(whole_number(Language::fi, -100) == "-100");
    CHECK(whole_number(Language::en, std::numeric_limits<std::int64_t>::min()) == "-9,223,372,036,854,775,808");
}

TEST_CASE("decimals follow the language") {
    CHECK(decimal(Language::fi, 3.14159, 2) == "3,14");
    CHECK(decimal(Language::sv, 1234.5, 1) == "1\u00A0234,5");
    CHECK(decimal(Language::en, 1234.5, 1) == "1,234.5");
    CHECK(decimal(Language::en, 1234.6, 0) == "1,235");
    CHECK(decimal(Language::fi, -0.5, 1) == "-0,5");
    CHECK(decimal(Language::fi, -0.04, 1) == "0,0");
    CHECK(decimal(Language::fi, 0.0, 1) == "0,0");
    CHECK_THROWS_AS(decimal(Language::fi, 1.0, -1), std::out_of_range);
    CHECK_THROWS_AS(decimal(Language::fi, 1.0, 10), std::out_of_range);
}

TEST_CASE("a share is rounded half up to whole percent") {
    CHECK(percent(Language::fi, 5, 6) == "83\u00A0%");
    CHECK(percent(Language::sv, 5, 6) == "83\u00A0%");
    CHECK(percent(Language::en, 5, 6) == "83%");
    CHECK(percent(Language::en, 1, 200) == "1%");
    CHECK(percent(Language::en, 1, 201) == "0%");
    CHECK(percent(Language::en, 1, 8) == "13%");
    CHECK(percent(Language::en, 0, 7) == "0%");
    CHECK(percent(Language::en, 7, 7) == "100%");
    CHECK(percent(Language::en, 17, 15) == "113%");
}

TEST_CASE("a share of nothing is blank") {
    CHECK(percent(Language::fi, 0, 0).empty());
    CHECK(percent(Language::fi, 3, 0).empty());
}

TEST_CASE("a share of large counts does not overflow") {
    CHECK(percent(Language::en, 1'000'000'000'000'000, 3'000'000'000'000'000) == "33%");
}
