#include "unit/field/weeks_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// GROUP has four members and meets on Wednesdays from 2026-01-28, the week 2026-W05.
struct Meets : County {
    Meets() {
        add_adults(*this, 4);
        create(*this, weekly_wish("GROUP"));
        enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\nGROUP,P-3\nGROUP,P-4\n");
    }
    void mark(const std::string& rows) {
        CHECK(log(*this, "group,session,person,mark\n" + rows).ending == batches::Ending::applied);
    }
    std::string week_of(std::string_view iso_week) {
        const Lines lines = week(*this, iso_week);
        return lines.size() == 1 ? lines[0] : fmt::format("{} groups", lines.size());
    }
};

} // namespace

TEST_CASE_FIXTURE(Meets, "every mark is counted as what it means") {
    mark("GROUP,2,P-1,P\nGROUP,2,P-2,L\nGROUP,2,P-3,X\nGROUP,2,P-4,N\n");
    CHECK(week_of("2026-W06") == "GROUP: enrolled 4, held 1, expected 4, attended 2, notified 1, untold 1, people 2");
    mark("GROUP,3,P-1,E\nGROUP,3,P-2,R\nGROUP,3,P-3,P\nGROUP,3,P-4,P\n");
    CHECK(week_of("2026-W07") == "GROUP: enrolled 4, held 1, expected 4, attended 4, people 4");
}

TEST_CASE_FIXTURE(Meets, "who was excused by the service was not expected") {
    mark("GROUP,2,P-1,P\nGROUP,2,P-2,S\nGROUP,2,P-3,S\nGROUP,2,P-4,N\n");
    CHECK(week_of("2026-W06") == "GROUP: enrolled 4, held 1, expected 2, attended 1, untold 1, people 1");
    mark("GROUP,3,P-1,S\nGROUP,3,P-2,S\nGROUP,3,P-3,S\nGROUP,3,P-4,S\n");
    CHECK(week_of("2026-W07") == "GROUP: enrolled 4, held 1");
}

TEST_CASE_FIXTURE(Meets, "who has no mark is unmarked and never absent") {
    mark("GROUP,2,P-1,P\n");
    CHECK(week_of("2026-W06") == "GROUP: enrolled 4, held 1, expected 4, attended 1, unmarked 3, people 1");
}

TEST_CASE_FIXTURE(Meets, "a meeting that is planned expects nobody") {
    CHECK(week_of("2026-W06") == "GROUP: enrolled 4");
}

TEST_CASE_FIXTURE(Meets, "a correction replaces the earlier mark") {
    mark("GROUP,2,P-1,P\nGROUP,2,P-2,P\n");
    mark("GROUP,2,P-1,N\n");
    mark("GROUP,2,P-1,S\nGROUP,2,P-2,X\n");
    CHECK(week_of("2026-W06") == "GROUP: enrolled 4, held 1, expected 3, notified 1, unmarked 2");
}

TEST_CASE_FIXTURE(Meets, "those are expected who were members on that day, the last one included") {
    withdraw(*this, "GROUP", {1}, "2026-02-03"); // the day before the meeting
    withdraw(*this, "GROUP", {2}, "2026-02-04"); // its day
    enrol(*this, "group,person,on\nGROUP,P-1,2026-02-05\n");
    mark("GROUP,2,P-2,P\nGROUP,2,P-3,P\n");
    CHECK(week_of("2026-W06") ==
          "GROUP: enrolled 3, new 1, left 2, held 1, expected 3, attended 2, unmarked 1, people 2, moved_away 2");
}

TEST_CASE_FIXTURE(Meets, "a cancelled meeting needs no attendance") {
    cancel_meeting(*this, {group_code("GROUP"), "2"}, {"weather", catalogue::AfterCancelled::merge});
    CHECK(week_of("2026-W06") == "GROUP: enrolled 4, cancelled 1");
}

TEST_CASE_FIXTURE(Meets, "a moved meeting counts in its new week") {
    move_meeting(*this, {group_code("GROUP"), "2"}, {.day = day("2026-02-09")});
    CHECK(week_of("2026-W06") == "GROUP: enrolled 4");
    CHECK(week_of("2026-W07") == "GROUP: enrolled 4, moved 1");
    mark("GROUP,2,P-1,P\n");
    CHECK(week_of("2026-W07") == "GROUP: enrolled 4, held 1, moved 1, expected 4, attended 1, unmarked 3, people 1");
}

TEST_CASE_FIXTURE(Meets, "a meeting that was moved and then cancelled is cancelled") {
    move_meeting(*this, {group_code("GROUP"), "2"}, {.day = day("2026-02-09")});
    cancel_meeting(*this, {group_code("GROUP"), "2"}, {"weather", catalogue::AfterCancelled::merge});
    CHECK(week_of("2026-W07") == "GROUP: enrolled 4, cancelled 1");
}

TEST_CASE_FIXTURE(Meets, "several meetings of a week are summed, and people counted once") {
    add_meeting(*this, {group_code("GROUP"), ""}, {.day = day("2026-02-08")});
    mark("GROUP,2,P-1,P\nGROUP,2,P-2,X\nGROUP,9,P-1,P\nGROUP,9,P-3,L\n");
    CHECK(week_of("2026-W06") == "GROUP: enrolled 4, held 2, expected 8, attended 3, notified 1, unmarked 4, people 2");
}

TEST_CASE_FIXTURE(County, "visitors are head counts and no people of the register") {
    groups::GroupWish cafe = wish_of("mll-jututtamo", "kainuu");
    cafe.variant = "cafe";
    cafe.code = "CAFE";
    cafe.meetings.dates = days({"2026-02-03", "2026-02-06"});
    create(*this, cafe);
    log(*this, "group,session,adults,children\nCAFE,1,7,5\nCAFE,2,3,\n");
    CHECK(week(*this, "2026-W06") == Lines{"CAFE: held 2, adults 10, children 5"});
}

TEST_CASE_FIXTURE(Meets, "the last week of a year of 53 weeks ends in the next year") {
    groups::GroupWish wish = weekly_wish("TURN");
    wish.meetings = {};
    wish.meetings.dates = days({"2026-12-27", "2026-12-28", "2027-01-03", "2027-01-04"});
    create(*this, wish);
    enrol(*this, "group,person,on\nTURN,P-1,2026-12-28\n");
    log(*this, "group,session,person,mark\nTURN,2,P-1,P\nTURN,3,P-1,N\nTURN,4,P-1,P\n", {.today = "2027-02-01"});
    const auto turn = [&](std::string_view iso_week) { return week(*this, iso_week).back(); };
    CHECK(turn("2026-W52") == "TURN:");
    CHECK(turn("2026-W53") == "TURN: enrolled 1, new 1, held 2, expected 2, attended 1, untold 1, people 1");
    CHECK(turn("2027-W01") == "TURN: enrolled 1, held 1, expected 1, attended 1, people 1");
}
