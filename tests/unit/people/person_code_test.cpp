#include "people/person_code.hpp"
#include "print.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using peergroup::people::PersonCode;

TEST_CASE("a person's code is a number without meaning, four digits or more") {
    CHECK(PersonCode(7).text() == "P-0007");
    CHECK(PersonCode(12345).text() == "P-12345");
    CHECK(PersonCode::parse("P-0007")->number() == 7);
    CHECK(PersonCode::parse("p-7")->number() == 7);
    CHECK(PersonCode::parse("P-000000000000001")->number() == 1);
    CHECK(PersonCode::parse("P-999999999999999")->text() == "P-999999999999999");
}

TEST_CASE("nothing else is a person's code") {
    for (const char* const text : {"", "P", "P-", "P-0", "P-0000", "7", "F-0003", "P0007", "P-7a", "P--7", "P-+7", " P-7", "P-7 ",
                                   "P-0x7", "P-1000000000000000"}) {
        CAPTURE(text);
        CHECK_FALSE(PersonCode::parse(text));
    }
    CHECK_THROWS_AS(PersonCode(0), std::invalid_argument);
    CHECK_THROWS_AS(PersonCode(-1), std::invalid_argument);
}

TEST_CASE("codes sort by number") {
    CHECK(PersonCode(9) < PersonCode(10));
    CHECK(*PersonCode::parse("p-0010") == PersonCode(10));
}
