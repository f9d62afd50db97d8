#include "unit/field/groups_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

TEST_CASE_FIXTURE(County, "a pair has two sides that know each other") {
    const groups::CreatedGroup created = create(*this, pair_wish());
    CHECK(created.code == "PK-KAI-2026-01");
    REQUIRE(created.groups.size() == 2);
    const groups::Group parents = group(*this, "PK-KAI-2026-01-P");
    const groups::Group children = group(*this, "PK-KAI-2026-01-C");
    CHECK(created.groups[0].id == parents.id);
    CHECK(parents.side == "parents");
    CHECK(children.side == "children");
    CHECK(children.is_children_side());
    CHECK(parents.other_side == children.id);
    CHECK(children.other_side == parents.id);
    CHECK(parents.pair_code == "PK-KAI-2026-01");
    CHECK(children.pair_code == "PK-KAI-2026-01");
    CHECK(parents.id < children.id); // so a batch seats the parents first
}

TEST_CASE_FIXTURE(County, "both sides meet at the same times") {
    create(*this, pair_wish());
    const auto parents = sessions(*this, "PK-KAI-2026-01-P");
    const auto children = sessions(*this, "PK-KAI-2026-01-C");
    REQUIRE(parents.size() == 10);
    REQUIRE(children.size() == 10);
    for (std::size_t index = 0; index < parents.size(); ++index) {
        CHECK(parents[index].starts_on == children[index].starts_on);
        CHECK(parents[index].starts_at == children[index].starts_at);
        CHECK(parents[index].ordinal == children[index].ordinal);
        CHECK(parents[index].id != children[index].id);
    }
}

TEST_CASE_FIXTURE(County, "ages that are stated for a pair mean its children") {
    groups::GroupWish wish = pair_wish("PAIR");
    wish.age_min = 3;
    wish.age_max = 6;
    create(*this, wish);
    CHECK(group(*this, "PAIR-C").age_min == 3);
    CHECK(group(*this, "PAIR-C").age_max == 6);
    CHECK_FALSE(group(*this, "PAIR-P").age_min);
    CHECK_FALSE(group(*this, "PAIR-P").age_max);
}

TEST_CASE_FIXTURE(County, "ages that are edited by the pair's code mean its children too") {
    create(*this, pair_wish("PAIR"));
    const auto edit = [&](std::string_view code, int age_max) {
        groups::GroupEdit change{.code = group_code(code)};
        change.age_max = age_max;
        groups::edit_group(database(), rules(), journal("group edit"), change);
    };
    edit("PAIR", 12);
    CHECK(group(*this, "PAIR-C").age_max == 12);
    CHECK_FALSE(group(*this, "PAIR-P").age_max);
    edit("PAIR-P", 60);
    CHECK(group(*this, "PAIR-P").age_max == 60);
    CHECK(group(*this, "PAIR-C").age_max == 12);
}

TEST_CASE_FIXTURE(County, "moving a meeting of one side moves the other's, unless it is said to concern one only") {
    create(*this, pair_wish("PAIR"));
    const auto moved = move_meeting(*this, {group_code("PAIR-C"), "3"}, {.day = day("2026-02-12")});
    CHECK(moved.sessions.size() == 2);
    CHECK(meeting_days(*this, "PAIR-P")[2] == day("2026-02-12"));
    CHECK(meeting_days(*this, "PAIR-C")[2] == day("2026-02-12"));
    move_meeting(*this, {.code = group_code("PAIR-C"), .session = "4", .this_side_only = true}, {.day = day("2026-02-19")});
    CHECK(meeting_days(*this, "PAIR-P")[3] == day("2026-02-18"));
    CHECK(meeting_days(*this, "PAIR-C")[3] == day("2026-02-19"));
}

TEST_CASE_FIXTURE(County, "a pair's code means both sides of every change") {
    create(*this, pair_wish("PAIR"));
    CHECK(
        cancel_meeting(*this, {group_code("PAIR"), "2026-02-04"}, {"venue", catalogue::AfterCancelled::merge}).sessions.size() ==
        2);
    CHECK(add_meeting(*this, {group_code("PAIR"), ""}, {.day = day("2026-04-29")}).sessions.size() == 2);
    for (const char* const side : {"PAIR-P", "PAIR-C"}) {
        CHECK(sessions(*this, side)[1].state == groups::SessionState::cancelled);
        CHECK(sessions(*this, side)[1].reason == "venue");
        CHECK(meeting_days(*this, side).back() == day("2026-04-29"));
        CHECK(sessions(*this, side).back().ordinal == 11);
    }
    decide(*this, "PAIR", groups::GroupVerb::close, "2026-02-01");
    CHECK(group(*this, "PAIR-P").intake == groups::Intake::closed);
    CHECK(group(*this, "PAIR-C").intake == groups::Intake::closed);
}

TEST_CASE_FIXTURE(County, "the extra date for a cancelled meeting is put on both sides") {
    create(*this, pair_wish("PAIR"));
    const auto changed = cancel_meeting(*this, {group_code("PAIR-P"), "2"}, {"epidemic", {}}); // the shipped policy appends
    REQUIRE(changed.extra_sessions.size() == 2);
    CHECK(changed.extra_sessions[0].starts_on == day("2026-04-15"));
    CHECK(meeting_days(*this, "PAIR-P").back() == day("2026-04-15"));
    CHECK(meeting_days(*this, "PAIR-C").back() == day("2026-04-15"));
}
