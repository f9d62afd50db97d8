#include "groups/group_code.hpp"
#include "print.hpp"

#include <doctest/doctest.h>

#include <string>

using peergroup::groups::GroupCode;

TEST_CASE("a group's code is letters, digits and hyphens, in capitals") {
    CHECK(GroupCode::parse("VOI-KAI-2026-01")->text() == "VOI-KAI-2026-01");
    CHECK(GroupCode::parse("voi-kai-2026-01")->text() == "VOI-KAI-2026-01");
    CHECK(GroupCode::parse("ABC")->text() == "ABC");
    CHECK(GroupCode::parse("A" + std::string(30, '1'))->text().size() == GroupCode::longest);
}

TEST_CASE("nothing else is a group's code") {
    for (const std::string& text :
         {std::string(), std::string("AB"), std::string("1AB"), std::string("-AB"), std::string("AB-"), std::string("A B"),
          std::string("A_B"), std::string("A.B"), std::string("ÄBC"), std::string("A/../B"),
          std::string("A") + std::string(31, '1'), std::string("AB\0C", 4), std::string("AB\n")}) {
        CAPTURE(text);
        CHECK_FALSE(GroupCode::parse(text));
    }
}

TEST_CASE("a side's code ends in its letter, where there is room") {
    CHECK(GroupCode::parse("PK-KAI-2026-01")->side("P")->text() == "PK-KAI-2026-01-P");
    CHECK(GroupCode::parse("A" + std::string(28, '1'))->side("C"));
    CHECK_FALSE(GroupCode::parse("A" + std::string(29, '1'))->side("C"));
}
