#include "sessions/transfer.hpp"
#include "unit/field/weeks_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

// Weeks of 2026: W05 is 26 January to 1 February, W06 2 to 8 February, W07 9 to 15 February.

namespace {

/// A group without meetings, so that memberships alone are told of.
struct Quiet : County {
    Quiet() {
        add_adults(*this, 6);
        groups::GroupWish wish = wish_of("mll-peer", "kainuu");
        wish.code = "GROUP";
        create(*this, wish);
    }
    void come(int number, std::string_view on) { enrol(*this, fmt::format("group,person,on\nGROUP,P-{},{}\n", number, on)); }
};

} // namespace

TEST_CASE_FIXTURE(Quiet, "who comes between Monday and Sunday is new in that week, and a member on its Sunday") {
    come(1, "2026-02-01"); // the Sunday of W05
    come(2, "2026-02-02"); // the Monday of W06
    come(3, "2026-02-08"); // the Sunday of W06
    come(4, "2026-02-09");
    CHECK(week(*this, "2026-W04").empty());
    CHECK(week(*this, "2026-W05") == Lines{"GROUP: enrolled 1, new 1"});
    CHECK(week(*this, "2026-W06") == Lines{"GROUP: enrolled 3, new 2"});
    CHECK(week(*this, "2026-W07") == Lines{"GROUP: enrolled 4, new 1"});
    CHECK(week(*this, "2026-W08") == Lines{"GROUP: enrolled 4"});
}

TEST_CASE_FIXTURE(Quiet, "on the last day one is still a member") {
    for (int number = 1; number <= 4; ++number)
        come(number, "2026-01-28");
    withdraw(*this, "GROUP", {1}, "2026-02-01");
    withdraw(*this, "GROUP", {2}, "2026-02-02", "no_contact");
    withdraw(*this, "GROUP", {3}, "2026-02-07");
    withdraw(*this, "GROUP", {4}, "2026-02-08", "");
    CHECK(week(*this, "2026-W05") == Lines{"GROUP: enrolled 4, new 4, left 1, moved_away 1"});
    CHECK(week(*this, "2026-W06") == Lines{"GROUP: enrolled 1, left 3, no reason 1, moved_away 1, no_contact 1"});
    CHECK(week(*this, "2026-W07").empty());
}

TEST_CASE_FIXTURE(Quiet, "one who comes and leaves within a week is new and left, and no member on Sunday") {
    come(1, "2026-02-03");
    come(2, "2026-01-28");
    withdraw(*this, "GROUP", {1}, "2026-02-05");
    CHECK(week(*this, "2026-W06") == Lines{"GROUP: enrolled 1, new 1, left 1, moved_away 1"});
}

TEST_CASE_FIXTURE(Quiet, "one who comes again is new again") {
    come(1, "2026-01-28");
    withdraw(*this, "GROUP", {1}, "2026-02-03");
    come(1, "2026-02-05");
    CHECK(week(*this, "2026-W06") == Lines{"GROUP: enrolled 1, new 1, left 1, moved_away 1"});
}

TEST_CASE_FIXTURE(Quiet, "one who is to come later is no member yet") {
    come(1, "2026-01-28");
    come(2, "2026-03-04");
    CHECK(week(*this, "2026-W06") == Lines{"GROUP: enrolled 1"});
    CHECK(week(*this, "2026-W10") == Lines{"GROUP: enrolled 2, new 1"});
}

TEST_CASE_FIXTURE(County, "who waits is counted at the end of Sunday, and is neither new nor left") {
    add_adults(*this, 5);
    groups::GroupWish wish = wish_of("mll-peer", "kainuu");
    wish.code = "GROUP";
    wish.capacity = 1;
    create(*this, wish);
    enrol(*this, "group,person,on\nGROUP,P-1,2026-01-28\nGROUP,P-2,2026-02-02\nGROUP,P-3,2026-02-08\nGROUP,P-4,2026-02-08\nGROUP,"
                 "P-5,2026-02-09\n");
    withdraw(*this, "GROUP", {4}, "2026-02-08");
    withdraw(*this, "GROUP", {2}, "2026-02-09");
    CHECK(week(*this, "2026-W05") == Lines{"GROUP: enrolled 1, new 1, seats 1, filled 1"});
    CHECK(week(*this, "2026-W06") == Lines{"GROUP: enrolled 1, waitlisted 2, seats 1, filled 1"});
    CHECK(week(*this, "2026-W07") == Lines{"GROUP: enrolled 1, waitlisted 2, seats 1, filled 1"});
}

TEST_CASE_FIXTURE(County, "who completes is told apart from who leaves, in the week of the last day") {
    add_adults(*this, 2);
    groups::GroupWish wish = wish_of("voikukkia", "kainuu");
    wish.code = "VOI";
    wish.meetings = {.start = day("2026-01-28"), .interval_days = 7, .count = 2};
    create(*this, wish);
    enrol(*this, "group,person\nVOI,P-1\nVOI,P-2\n");
    log(*this, "group,session,person,mark\nVOI,1,P-1,P\nVOI,2,P-1,P\nVOI,1,P-2,N\nVOI,2,P-2,N\n");
    finish(*this, "VOI", "2026-02-08");
    CHECK(week(*this, "2026-W06") ==
          Lines{"VOI: enrolled 2, left 1, completed 1, held 1, expected 2, attended 1, untold 1, people 1, group_finished 1"});
    CHECK(week(*this, "2026-W07").empty());
}

TEST_CASE_FIXTURE(County, "the fill rate counts only groups whose capacity is set") {
    add_adults(*this, 3);
    create_with_seats(*this, "SEATS", 4);
    create(*this, weekly_wish("NONE"));
    enrol(*this, "group,person\nSEATS,P-1\nSEATS,P-2\nSEATS,P-3\nNONE,P-1\n");
    CHECK(week(*this, "2026-W05") == Lines{"NONE: enrolled 1, new 1", "SEATS: enrolled 3, new 3, seats 4, filled 3"});
}

TEST_CASE_FIXTURE(County, "whoever goes into another group is counted apart from those who leave, and is new there") {
    add_adults(*this, 1);
    create_with_seats(*this, "NEW", 1);
    create_with_seats(*this, "OLD", 2);
    enrol(*this, "group,person\nOLD,P-1\n");
    sessions_room::transfer(database(), rules(), journal("transfer"),
                            {group_code("OLD"), group_code("NEW"), {person(1)}, day("2026-02-11"), "", day("2026-12-31")});
    CHECK(week(*this, "2026-W07") == Lines{"NEW: enrolled 1, new 1, seats 1, filled 1", "OLD: transferred 1, seats 2"});
}
