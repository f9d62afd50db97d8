#include "groups/group_code.hpp"
#include "print.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using peergroup::groups::GroupCode;
using peergroup::groups::PackedCode;

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

TEST_CASE("a packed code is the same code, and in the same order") {
    const std::string longest = "A" + std::string(30, '1');
    const std::vector<std::string> texts = {longest,    "ABC",  "ABC-1",  "ABCDEFGH", "ABCDEFGH-1",
                                            "ABCDEFGI", "PAIR", "PAIR-C", "PAIR-P"};
    for (std::size_t place = 0; place < texts.size(); ++place) {
        CAPTURE(texts[place]);
        CHECK(PackedCode::parse(texts[place])->code().text() == texts[place]);
        if (place > 0) CHECK(*PackedCode::parse(texts[place - 1]) < *PackedCode::parse(texts[place]));
    }
    CHECK(PackedCode::parse("voi-kai-2026-01") == PackedCode::parse("VOI-KAI-2026-01"));
    CHECK_FALSE(PackedCode::parse("AB"));
    CHECK_FALSE(PackedCode::parse("A B"));
    CHECK_FALSE(PackedCode::parse("A" + std::string(31, '1')));
}
