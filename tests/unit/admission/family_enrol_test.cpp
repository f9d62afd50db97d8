#include "unit/field/admission_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

const std::string header = "group,family,relation,given_name,birth_date,reference\n";

struct Pair : County {
    Pair() { create(*this, pair_wish("PAIR")); }
    Lines links() {
        return lines("SELECT person || ' has ' || relation || ' ' || other FROM person_link ORDER BY person, other, relation");
    }
};

} // namespace

TEST_CASE_FIXTURE(Pair, "a family comes in one file, created, linked and seated on both sides") {
    const Told told =
        enrol(*this,
              header + "PAIR,A,child,Oona,2018-01-01,1\nPAIR,A,mother,Aino,1985-01-01,2\nPAIR,A,isovanhempi,Eero,1950-01-01,3\n");
    CHECK(told.rows == Lines{"2 enrolled 1", "3 enrolled 2", "4 enrolled 3"});
    CHECK(told.created == 3);
    CHECK(members(*this, "PAIR-C").size() == 1);
    CHECK(members(*this, "PAIR-P").size() == 2);
    CHECK(links() == Lines{"1 has parent 2", "1 has grandparent 3"});
    CHECK(number("SELECT count(DISTINCT family) FROM family_member") == 1);
}

TEST_CASE_FIXTURE(Pair, "the rows of a family may stand anywhere in the file") {
    const Told told =
        enrol(*this, header + "PAIR,A,child,Oona,2018-01-01,1\nPAIR,B,child,Otto,2019-01-01,2\nPAIR,b,parent,Eero,1985-01-01,3\n"
                              "PAIR,a,parent,Aino,1985-01-02,4\n");
    CHECK(told.rows == Lines{"2 enrolled 1", "3 enrolled 2", "4 enrolled 3", "5 enrolled 4"});
    CHECK(links() == Lines{"1 has parent 4", "2 has parent 3"});
}

TEST_CASE_FIXTURE(Pair, "a family stands or falls together, and falls alone") {
    const std::string rows = header +
                             "PAIR,A,parent,Aino,1985-01-01,1\nPAIR,B,parent,Eero,1985-01-02,2\nPAIR,A,child,Oona,31.4.2018,3\n"
                             "PAIR,B,child,Otto,2019-01-01,4\n";
    CHECK(enrol(*this, rows).rows.size() == 4);
    CHECK(number("SELECT count(*) FROM enrolment") == 0);
    const Told told = enrol(*this, rows, {.mode = batches::Mode::rows});
    CHECK(told.ending == batches::Ending::applied);
    CHECK(told.rows == Lines{"2 family-refused", "3 enrolled 1", "4 no-date", "5 enrolled 2"});
    CHECK(number("SELECT count(*) FROM person") == 2);
}

TEST_CASE_FIXTURE(Pair, "a row that cannot be read takes its family with it, as far as its family can be made out") {
    const Told told =
        enrol(*this,
              header + "PAIR,A,parent,Aino,1985-01-01,1\nPAIR,A,child,Oona,2018-01-01,2,too many\n"
                       "PAIR,B,parent,Eero,1985-01-02,3\nPAIR,B,child,\"Otto,2019-01-01,4\nPAIR,,parent,Outi,1985-01-03,5\n"
                       "PAIR,C,parent,Ester,1985-01-04,6\n\"PAIR,C,child,Osmo,2019-01-02,7\n",
              {.mode = batches::Mode::rows});
    CHECK(told.rows == Lines{"2 family-refused", "3 too-many-fields", "4 family-refused", "5 text-after-quote", "6 enrolled 1",
                             "7 enrolled 2", "8 missing-closing-quote"});
    CHECK(number("SELECT count(*) FROM person") == 2);
}

TEST_CASE_FIXTURE(Pair, "a refusal by a rule takes the family with it") {
    create(*this, weekly_wish("CLOSED"));
    decide(*this, "CLOSED", groups::GroupVerb::close, "2026-01-20");
    const Told told = enrol(
        *this, header + "PAIR,A,parent,Aino,1985-01-01,1\nCLOSED,A,partner,Eero,1985-01-02,2\nPAIR,A,child,Oona,2018-01-01,3\n",
        {.mode = batches::Mode::rows});
    CHECK(told.rows[0] == "2 family-refused");
    CHECK(told.rows[1].starts_with("3 intake-closed"));
    CHECK(told.rows[2] == "4 family-refused");
    CHECK(number("SELECT count(*) FROM person") == 0);
    CHECK(links().empty());
}

TEST_CASE_FIXTURE(Pair, "a child joins with an adult of the family who is in already") {
    enrol(*this, header + "PAIR,A,parent,Aino,1985-01-01,1\n");
    const Told told = enrol(*this, header + "PAIR,X,child,Oona,2018-01-01,2\nPAIR,X,parent,Aino,1985-01-01,1\n");
    CHECK(told.rows == Lines{"2 enrolled 2", "3 unchanged 1"});
    CHECK(links() == Lines{"2 has parent 1"});
}

TEST_CASE_FIXTURE(Pair, "a child joins an adult of the family who waits by waiting") {
    groups::GroupWish wish = pair_wish("FULL");
    wish.capacity = 1;
    create(*this, wish);
    enrol(*this, header + "FULL,,,First,1980-01-01,1\nFULL,,,Second,1981-01-01,2\n");
    const Told told = enrol(*this, header + "FULL,X,child,Oona,2018-01-01,3\nFULL,X,parent,Second,1981-01-01,2\n");
    CHECK(told.rows == Lines{"2 waitlisted 3", "3 unchanged 2"});
}

TEST_CASE_FIXTURE(Pair, "the relations that were stated before are kept") {
    import(*this,
           "family,relation,given_name,birth_date,reference\nA,foster_parent,Aino,1985-01-01,1\nA,child,Oona,2018-01-01,2\n");
    enrol(*this, header + "PAIR,X,,Aino,1985-01-01,1\nPAIR,X,child,Oona,2018-01-01,2\n");
    CHECK(links() == Lines{"2 has foster_parent 1"});
}

TEST_CASE_FIXTURE(Pair, "the same families again change nothing") {
    const std::string rows = header + "PAIR,A,parent,Aino,1985-01-01,1\nPAIR,A,child,Oona,2018-01-01,2\n";
    enrol(*this, rows);
    const Lines before = links();
    CHECK(enrol(*this, rows).rows == Lines{"2 unchanged 1", "3 unchanged 2"});
    CHECK(links() == before);
    CHECK(number("SELECT count(*) FROM family_member") == 2);
}
