#include "unit/field/admission_in_county.hpp"
#include "unit/field/leaving.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// P-0001 was a member of GROUP from 2026-01-28 to 2026-02-18.
struct HasLeft : County {
    HasLeft() {
        add_adults(*this, 3);
        create_with_seats(*this, "GROUP", 2);
        enrol(*this, "group,person\nGROUP,P-0001\n");
        leave(*this, "GROUP", 1, "2026-02-18");
    }
    Lines rows(const std::string& on, const EnrolManner& manner = {}) {
        return enrol(*this, "group,person,on\nGROUP,P-0001," + on + "\n", manner).rows;
    }
};

} // namespace

TEST_CASE_FIXTURE(HasLeft, "a membership that has ended stays ended when the file is fed again") {
    CHECK(rows("", {.on = "2026-03-04"}) == Lines{"2 unchanged 1"});
    CHECK(rows("2026-01-28") == Lines{"2 unchanged 1"});
    CHECK(members(*this, "GROUP") == Lines{"P-0001/1 left 2026-01-28..2026-02-18 moved_away"});
}

TEST_CASE_FIXTURE(HasLeft, "it begins anew when that is asked for") {
    CHECK(rows("", {.on = "2026-03-04", .again = true}) == Lines{"2 enrolled 1"});
    CHECK(members(*this, "GROUP") == Lines{"P-0001/1 left 2026-01-28..2026-02-18 moved_away", "P-0001/2 enrolled 2026-03-04.."});
    CHECK(rows("", {.on = "2026-03-11", .again = true}) == Lines{"2 unchanged 1"});
}

TEST_CASE_FIXTURE(HasLeft, "another first day is another membership, without asking") {
    CHECK(rows("2026-03-04") == Lines{"2 enrolled 1"});
    CHECK(rows("2026-03-04") == Lines{"2 unchanged 1"});
    CHECK(rows("2026-01-28") == Lines{"2 unchanged 1"});
    CHECK(rows("") == Lines{"2 unchanged 1"});
    CHECK(rows("2026-03-05") == Lines{"2 already-enrolled P-0001"});
    CHECK(number("SELECT count(*) FROM enrolment") == 2);
}

TEST_CASE_FIXTURE(HasLeft, "two memberships of one person never share a day") {
    CHECK(rows("2026-02-18") == Lines{"2 membership-overlaps P-0001"});
    CHECK(rows("2026-01-01") == Lines{"2 membership-overlaps P-0001"});
    CHECK(rows("", {.on = "2026-02-18", .again = true}) == Lines{"2 membership-overlaps P-0001"});
    CHECK(rows("2026-02-19") == Lines{"2 enrolled 1"});
}

TEST_CASE_FIXTURE(HasLeft, "the rows of one person are known by their days, in whatever order they come") {
    const std::string old_and_new = "GROUP,P-0001,2026-01-28\nGROUP,P-0001,2026-03-04\n";
    CHECK(enrol(*this, "group,person,on\n" + old_and_new, {.dry_run = true}).rows == Lines{"2 unchanged 1", "3 enrolled 1"});
    const std::string new_and_old = "GROUP,P-0001,2026-03-04\nGROUP,P-0001,2026-01-28\n";
    CHECK(enrol(*this, "group,person,on\n" + new_and_old, {.dry_run = true}).rows == Lines{"2 enrolled 1", "3 unchanged 1"});
}

TEST_CASE_FIXTURE(HasLeft, "the seat that was left is free again, and only that one") {
    CHECK(enrol(*this, "group,person\nGROUP,P-0002\nGROUP,P-0003\n", {.on = "2026-03-04"}).rows ==
          Lines{"2 enrolled 2", "3 enrolled 3"});
    CHECK(rows("", {.on = "2026-03-04", .again = true}) == Lines{"2 waitlisted 1"});
}

TEST_CASE_FIXTURE(HasLeft, "one who was taken off the waiting list may come again on another day") {
    enrol(*this, "group,person\nGROUP,P-0002\nGROUP,P-0003\n");
    rows("", {.on = "2026-03-04", .again = true});
    leave(*this, "GROUP", 1, "2026-03-10");
    CHECK(members(*this, "GROUP")[1] == "P-0001/2 withdrawn #2 since 2026-03-04 until 2026-03-10 moved_away");
    CHECK(rows("2026-03-10") == Lines{"2 membership-overlaps P-0001"});
    CHECK(rows("2026-03-11") == Lines{"2 waitlisted 1"});
    CHECK(members(*this, "GROUP")[2] == "P-0001/3 waitlisted #3 since 2026-03-11");
}
