#include "unit/field/admission_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

const std::string header = "group,person\n";

/// A pair with two seats on each side. P-0001 and P-0002 are adults, P-0003 and P-0004 children, 3 of 1 and 4 of 2.
struct Pair : County {
    Pair() {
        add_adults(*this, 2);
        import(*this, "given_name,birth_date\nOona,2018-06-15\nOtto,2019-06-15\n");
        link(3, 1);
        link(4, 2);
        groups::GroupWish wish = pair_wish("PAIR");
        wish.capacity = 2;
        create(*this, wish);
    }
    void link(std::int64_t child, std::int64_t adult) {
        people::link_people(database(), journal("person link"), {person(child), person(adult), "parent"});
    }
};

} // namespace

TEST_CASE_FIXTURE(Pair, "the code of a pair leads each to a side by age") {
    CHECK(enrol(*this, header + "PAIR,P-0003\nPAIR,P-0001\n").rows == Lines{"2 enrolled 3", "3 enrolled 1"});
    CHECK(members(*this, "PAIR-P") == Lines{"P-0001/1 enrolled 2026-01-28.."});
    CHECK(members(*this, "PAIR-C") == Lines{"P-0003/1 enrolled 2026-01-28.."});
}

TEST_CASE_FIXTURE(Pair, "eighteen at the first session is an adult, a day less a child") {
    import(*this, "given_name,birth_date\nGrown,2008-01-28\nAlmost,2008-01-29\n");
    link(6, 1);
    CHECK(enrol(*this, header + "PAIR,P-0005\nPAIR,P-0001\nPAIR,P-0006\n", {.on = "2026-03-04"}).rows.size() == 3);
    CHECK(members(*this, "PAIR-P").size() == 2);
    CHECK(members(*this, "PAIR-C") == Lines{"P-0006/1 enrolled 2026-03-04.."});
}

TEST_CASE_FIXTURE(Pair, "who is called a child goes to the children whatever the age, and who has none known to the adults") {
    import(*this, "given_name\nAgeless\nOther\n");
    link(5, 1);
    enrol(*this, "group,person,relation\nPAIR,P-0001,parent\nPAIR,P-0005,lapsi\nPAIR,P-0006,\n");
    CHECK(members(*this, "PAIR-C") == Lines{"P-0005/1 enrolled 2026-01-28.."});
    CHECK(members(*this, "PAIR-P").size() == 2);
}

TEST_CASE_FIXTURE(Pair, "a side's own code means that side") {
    CHECK(enrol(*this, header + "PAIR-P,P-0001\nPAIR-C,P-0003\n").rows == Lines{"2 enrolled 1", "3 enrolled 3"});
}

TEST_CASE_FIXTURE(Pair, "a child comes with a linked adult or not at all") { // KAI-04
    CHECK(enrol(*this, header + "PAIR,P-0003\n").rows == Lines{"2 no-linked-adult P-0003"});
    CHECK(enrol(*this, header + "PAIR,P-0001\nPAIR,P-0004\n").rows == Lines{"2 enrolled 1", "3 no-linked-adult P-0004"});
    enrol(*this, header + "PAIR,P-0001\n");
    CHECK(enrol(*this, header + "PAIR,P-0003\n").rows == Lines{"2 enrolled 3"});
}

TEST_CASE_FIXTURE(Pair, "it does not matter which of the two the link was stated of") {
    import(*this, "given_name,birth_date\nOlli,2017-06-15\n");
    people::link_people(database(), journal("person link"), {person(1), person(5), "child"});
    CHECK(enrol(*this, header + "PAIR,P-0005\nPAIR,P-0001\n").rows == Lines{"2 enrolled 5", "3 enrolled 1"});
}

TEST_CASE_FIXTURE(Pair, "a child waits with an adult who waits, though a seat is free") {
    add_adults(*this, 2);
    enrol(*this, header + "PAIR,P-0005\nPAIR,P-0006\n");
    CHECK(enrol(*this, header + "PAIR,P-0001\nPAIR,P-0003\n").rows == Lines{"2 waitlisted 1", "3 waitlisted 3"});
    CHECK(members(*this, "PAIR-C") == Lines{"P-0003/1 waitlisted #2 since 2026-01-28"});
}

TEST_CASE_FIXTURE(Pair, "a child of an adult who has waited since before waits too") {
    add_adults(*this, 2);
    enrol(*this, header + "PAIR,P-0005\nPAIR,P-0006\nPAIR,P-0001\n");
    CHECK(enrol(*this, header + "PAIR,P-0003\n").rows == Lines{"2 waitlisted 3"});
}

TEST_CASE_FIXTURE(Pair, "one adult with a seat is enough") {
    add_adults(*this, 1);
    link(3, 5);
    enrol(*this, header + "PAIR,P-0002\nPAIR,P-0005\nPAIR,P-0001\n");
    CHECK(members(*this, "PAIR-P")[0] == "P-0001/1 waitlisted #1 since 2026-01-28");
    CHECK(enrol(*this, header + "PAIR,P-0003\n").rows == Lines{"2 enrolled 3"});
}

TEST_CASE_FIXTURE(Pair, "an adult of another group is no adult of the pair") {
    create(*this, weekly_wish("OTHER"));
    CHECK(enrol(*this, header + "OTHER,P-0001\nPAIR,P-0003\n").rows == Lines{"2 enrolled 1", "3 no-linked-adult P-0003"});
}

TEST_CASE_FIXTURE(Pair, "the same pair of rows again changes nothing") {
    const std::string rows = header + "PAIR,P-0003\nPAIR,P-0001\n";
    enrol(*this, rows);
    CHECK(enrol(*this, rows).rows == Lines{"2 unchanged 3", "3 unchanged 1"});
}

TEST_CASE_FIXTURE(Pair, "ages that the pair states bind its children and not their parents") {
    groups::GroupWish wish = pair_wish("SMALL");
    wish.age_min = 3;
    wish.age_max = 6;
    create(*this, wish);
    const Told told = enrol(*this, header + "SMALL,P-0001\nSMALL,P-0002\nSMALL,P-0003\nSMALL,P-0004\n");
    CHECK(told.rows == Lines{"2 enrolled 1", "3 enrolled 2", "4 not-eligible.age P-0003", "5 enrolled 4"}); // 7 and 6 years old
}
