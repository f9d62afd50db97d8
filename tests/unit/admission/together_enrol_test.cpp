#include "unit/field/admission_in_county.hpp"
#include "unit/field/membership_rules.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// P-0001 to P-0003 are a family, P-0004 and P-0005 come alone.
struct Siblings : County {
    Siblings() {
        import(*this,
               "reference,given_name,birth_date,family,relation\n1,A,1985-06-15,F,other_close\n2,B,1986-06-15,F,other_close\n"
               "3,C,1987-06-15,F,other_close\n4,D,1988-06-15,,\n5,E,1989-06-15,,\n");
        create_with_seats(*this, "GROUP", 2);
    }
};

} // namespace

TEST_CASE_FIXTURE(
    Siblings, "whoever belongs together in the store sits together or waits together, and nobody behind is kept from a seat") {
    CHECK(enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\nGROUP,P-3\nGROUP,P-4\n").rows ==
          Lines{"2 waitlisted 1", "3 waitlisted 2", "4 waitlisted 3", "5 enrolled 4"});
    CHECK(number("SELECT count(*) FROM offer") == 0);
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Siblings, "a family that fits sits, wherever its rows stand") {
    CHECK(enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-4\nGROUP,P-2\n").rows ==
          Lines{"2 enrolled 1", "3 waitlisted 4", "4 enrolled 2"});
}

TEST_CASE_FIXTURE(Siblings, "the family of a file sits together or waits together") {
    CHECK(enrol(*this, "group,given_name,birth_date,family\nGROUP,X,1980-01-01,N\nGROUP,Y,1980-01-02,\nGROUP,Z,1980-01-03,N\n"
                       "GROUP,W,1980-01-04,N\n")
              .rows == Lines{"2 waitlisted 6", "3 enrolled 7", "4 waitlisted 8", "5 waitlisted 9"});
}

TEST_CASE_FIXTURE(Siblings, "without a waiting list a family that does not fit is refused whole, and others stand") {
    change("UPDATE peer_group SET waiting_list = 0");
    CHECK(enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\nGROUP,P-3\nGROUP,P-4\n", {.mode = batches::Mode::rows}).rows ==
          Lines{"2 group-full P-0001", "3 group-full P-0002", "4 group-full P-0003", "5 enrolled 4"});
}

TEST_CASE_FIXTURE(Siblings, "who comes behind a family that is too large is offered the seat at once") {
    enrol(*this, "group,person\nGROUP,P-4\n");
    enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\n");
    CHECK(number("SELECT count(*) FROM offer") == 0);
    CHECK(enrol(*this, "group,person\nGROUP,P-5\n").rows == Lines{"2 waitlisted 5"});
    CHECK(lines("SELECT 'P' || person FROM offer WHERE answer IS NULL") == Lines{"P5"});
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Siblings, "a parent does not sit while a child of the family waits") {
    groups::GroupWish wish = pair_wish("PAIR");
    wish.capacity = 1;
    create(*this, wish);
    CHECK(enrol(*this,
                "group,given_name,birth_date,family,relation\nPAIR,Aino,1985-01-01,A,parent\nPAIR,Oona,2018-01-01,A,child\n"
                "PAIR,Otto,2019-01-01,A,child\nPAIR,Eero,1985-01-02,B,parent\nPAIR,Iida,2018-01-02,B,child\n")
              .rows == Lines{"2 waitlisted 6", "3 waitlisted 7", "4 waitlisted 8", "5 enrolled 9", "6 enrolled 10"});
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Siblings, "one who is there already does not hold the others back") {
    enrol(*this, "group,person\nGROUP,P-1\n");
    CHECK(enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\nGROUP,P-4\n").rows ==
          Lines{"2 unchanged 1", "3 enrolled 2", "4 waitlisted 4"});
}
