#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

const std::string header = "family,relation,given_name,birth_date,reference\n";

Lines links(County& county) {
    return county.lines("SELECT person || ' has ' || relation || ' ' || other FROM person_link ORDER BY person, other, relation");
}

Lines families(County& county) {
    return county.lines(
        "SELECT group_concat(person) FROM (SELECT family, person FROM family_member ORDER BY family, person) GROUP BY family");
}

} // namespace

TEST_CASE_FIXTURE(County, "a family's children are linked with everybody in it by what they are") {
    import(
        *this,
        header +
            "A,äiti,Aino,1985-01-01,1\nA,isovanhempi,Eero,1950-01-01,2\nA,lapsi,Oona,2018-01-01,3\nA,barn,Otto,2019-01-01,4\n");
    CHECK(links(*this) ==
          Lines{"3 has parent 1", "3 has grandparent 2", "3 has sibling 4", "4 has parent 1", "4 has grandparent 2"});
    CHECK(families(*this) == Lines{"1,2,3,4"});
}

TEST_CASE_FIXTURE(County, "somebody without a relation is close to the children") {
    import(*this, header + "A,child,Oona,2018-01-01,3\nA,,Eero,1985-01-01,1\n");
    CHECK(links(*this) == Lines{"1 has other_close 2"});
}

TEST_CASE_FIXTURE(County, "rows of a family stand apart in the file and in any order") {
    const Told told = import(*this, header + "A,child,Oona,2018-01-01,1\nB,parent,Eero,1985-01-01,2\n,,Alone,1990-01-01,3\n"
                                             "B,child,Otto,2019-01-01,4\nA,parent,Aino,1985-01-02,5\n");
    CHECK(told.rows.size() == 5);
    CHECK(links(*this) == Lines{"1 has parent 5", "4 has parent 2"});
    CHECK(families(*this) == Lines{"1,5", "2,4"});
}

TEST_CASE_FIXTURE(County, "a family falls with any of its rows, whichever comes first, and nobody else does") {
    const Told told = import(*this,
                             header + "A,parent,Aino,1985-01-01,1\nB,parent,Eero,1985-01-02,2\nA,child,Oona,31.4.2018,3\n"
                                      "B,child,Otto,2019-01-01,4\nA,child,Olli,2017-01-01,5\n",
                             {.mode = batches::Mode::rows});
    CHECK(told.ending == batches::Ending::applied);
    CHECK(told.rows == Lines{"2 family-refused", "3 created 1", "4 no-date", "5 created 2", "6 family-refused"});
    CHECK(number("SELECT count(*) FROM person") == 2);
    CHECK(families(*this) == Lines{"1,2"});
    CHECK(links(*this) == Lines{"2 has parent 1"});
}

TEST_CASE_FIXTURE(County, "a family that fell does not rise when what stood against one of it is gone") {
    const std::string rows = "X,,Aino,2000-01-01,1\nA,,Aino,2000-01-01,2\nA,,Eero,31.4.2000,3\nX,,Otto,31.4.2000,4\n";
    CHECK(import(*this, header + rows, {.mode = batches::Mode::rows}).rows.size() == 4);
    CHECK(number("SELECT count(*) FROM person") == 0);
}

TEST_CASE_FIXTURE(County, "a family falls when a rule refuses one of it") {
    import(*this, "reference,given_name,birth_date\n7,Known,1980-01-01\n");
    const Told told =
        import(*this, header + "A,child,Oona,2018-01-01,8\nA,parent,Known,1981-01-01,7\n", {.mode = batches::Mode::rows});
    CHECK(told.rows == Lines{"2 family-refused", "3 reference-birth-differs P-0001"});
    CHECK(number("SELECT count(*) FROM person") == 1);
}

TEST_CASE_FIXTURE(County, "the same families again change nothing") {
    const std::string rows = header + "A,parent,Aino,1985-01-01,1\nA,child,Oona,2018-01-01,2\n";
    import(*this, rows);
    const Lines before = links(*this);
    CHECK(import(*this, rows).rows == Lines{"2 unchanged 1", "3 unchanged 2"});
    CHECK(links(*this) == before);
    CHECK(families(*this) == Lines{"1,2"});
}

TEST_CASE_FIXTURE(County, "a newborn joins the family that the others have already") {
    import(*this, header + "A,parent,Aino,1985-01-01,1\nA,child,Oona,2018-01-01,2\n");
    import(*this, header + "other label,child,Otto,2025-01-01,3\nother label,parent,Aino,1985-01-01,1\n");
    CHECK(families(*this) == Lines{"1,2,3"});
}

TEST_CASE_FIXTURE(County, "a lone row with a family label is no family") {
    import(*this, header + "A,child,Oona,2018-01-01,1\n");
    CHECK(families(*this).empty());
    CHECK(links(*this).empty());
}

TEST_CASE_FIXTURE(County, "an unknown relation is refused with what may be said") {
    CHECK(import(*this, header + "A,kummitäti,Aino,1985-01-01,1\n").rows == Lines{"2 unknown-relation"});
    std::string relation = "left over";
    CHECK_FALSE(people::FamilyRows::read_relation("", relation));
    CHECK(relation.empty());
    CHECK_FALSE(people::FamilyRows::read_relation("VÅRDNADSHAVARE", relation));
    CHECK(relation == "guardian");
    CHECK_FALSE(people::FamilyRows::read_relation("foster_parent", relation));
    CHECK(relation == "foster_parent");
}
