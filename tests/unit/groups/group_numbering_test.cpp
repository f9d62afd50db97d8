#include "unit/field/groups_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

std::string code_of_new(County& county, groups::GroupWish wish) {
    return create(county, wish).code;
}

} // namespace

TEST_CASE_FIXTURE(County, "codes come from type, region, year and number") {
    CHECK(code_of_new(*this, weekly_wish()) == "MLL-KAI-2026-01");
    CHECK(code_of_new(*this, weekly_wish()) == "MLL-KAI-2026-02");
    groups::GroupWish elsewhere = weekly_wish();
    elsewhere.region = "helsinki";
    CHECK(code_of_new(*this, elsewhere) == "MLL-HEL-2026-01");
    CHECK(code_of_new(*this, pair_wish()) == "PK-KAI-2026-01");
    CHECK(code_of_new(*this, pair_wish()) == "PK-KAI-2026-02");
}

TEST_CASE_FIXTURE(County, "the year is that of the first meeting, and today's where none is planned") {
    groups::GroupWish wish = weekly_wish();
    wish.meetings.start = day("2027-01-13");
    CHECK(code_of_new(*this, wish) == "MLL-KAI-2027-01");
    wish.meetings = {};
    wish.meetings.dates = {day("2029-02-01"), day("2028-12-20")};
    CHECK(code_of_new(*this, wish) == "MLL-KAI-2028-01");
    wish.meetings = {};
    CHECK(code_of_new(*this, wish) == "MLL-KAI-2026-01");
}

TEST_CASE_FIXTURE(County, "numbers go on behind the highest, whoever gave it, and past 99") {
    create(*this, weekly_wish("MLL-KAI-2026-98"));
    CHECK(code_of_new(*this, weekly_wish()) == "MLL-KAI-2026-99");
    CHECK(code_of_new(*this, weekly_wish()) == "MLL-KAI-2026-100");
    CHECK(code_of_new(*this, weekly_wish()) == "MLL-KAI-2026-101");
}

TEST_CASE_FIXTURE(County, "codes of one's own do not disturb the numbers") {
    create(*this, weekly_wish("MLL-KAI-2026-SPRING"));
    create(*this, weekly_wish("MLL-KAI-2026-2147483647"));
    create(*this, weekly_wish("MLL-KAI-2026-99999999999999"));
    create(*this, weekly_wish("MLL-KAI-20260-07"));
    CHECK(code_of_new(*this, weekly_wish()) == "MLL-KAI-2026-01");
}

TEST_CASE_FIXTURE(County, "a code of one's own lets a script run twice") {
    const groups::CreatedGroup first = create(*this, weekly_wish("AUTUMN"));
    CHECK_FALSE(first.already_there);
    const std::string before = content();
    const groups::CreatedGroup again = create(*this, weekly_wish("autumn"));
    CHECK(again.already_there);
    CHECK(again.code == "AUTUMN");
    REQUIRE(again.groups.size() == 1);
    CHECK(again.groups[0].id == first.groups[0].id);
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(County, "a pair that is there is found by its code") {
    create(*this, pair_wish("SPRING"));
    const std::string before = content();
    const groups::CreatedGroup again = create(*this, pair_wish("SPRING"));
    CHECK(again.already_there);
    CHECK(again.groups.size() == 2);
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(County, "a code of another type or region is taken") {
    create(*this, weekly_wish("AUTUMN"));
    create(*this, weekly_wish("SPRING-C"));
    groups::GroupWish elsewhere = weekly_wish("AUTUMN");
    elsewhere.region = "helsinki";
    const std::string before = content();
    for (const groups::GroupWish& wish : {elsewhere, pair_wish("AUTUMN"), pair_wish("SPRING")}) {
        const peergroup::Problem problem = problem_of([&] { create(*this, wish); });
        CHECK(problem.code == "code-taken");
        CHECK(problem.kind == peergroup::ProblemKind::refused);
    }
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(County, "a code that is none or leaves no room for sides is refused") {
    CHECK(problem_of([&] { create(*this, weekly_wish("no code")); }).code == "no-group-code");
    CHECK(problem_of([&] { create(*this, pair_wish("A" + std::string(30, '1'))); }).code == "no-group-code");
    CHECK(create(*this, weekly_wish("A" + std::string(30, '1'))).groups.size() == 1);
}
