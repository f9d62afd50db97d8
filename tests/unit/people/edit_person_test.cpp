#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

struct KnowsAino : County {
    KnowsAino() { import(*this, "reference,given_name,family_name,birth_date,language\n12,Aino,Testi,2000-02-29,fi\n"); }
    void edit(const std::string& told) { people::edit_person(database(), journal("person edit"), person(1), details_of(told)); }
};

} // namespace

TEST_CASE_FIXTURE(KnowsAino, "an edit writes what it tells and leaves the rest") {
    edit("family_name,language\nUusi,sv\n");
    CHECK(identity_of(*this, 1).family_name == "Uusi");
    CHECK(identity_of(*this, 1).given_name == "Aino");
    CHECK(view_of(*this, 1).person.language == "sv");
    edit("birth_date\n1.3.2000\n");
    {
        store::Transaction transaction = database().read();
        CHECK(people::PersonRegister(transaction, *ring()).born_on(1) == day("2000-03-01"));
    }
    CHECK(view_of(*this, 1).person.language == "sv");
}

TEST_CASE_FIXTURE(KnowsAino, "an edited person is found by the new values") {
    edit("family_name,birth_date,reference\nUusi,1.3.2000,13\n");
    CHECK(import(*this, "reference\n13\n").rows == Lines{"2 unchanged 1"});
    CHECK(import(*this, "given_name,family_name,birth_date\nAino,Uusi,1.3.2000\n").rows == Lines{"2 unchanged 1"});
    CHECK(import(*this, "reference\n12\n").rows == Lines{"2 nobody-named"});
    CHECK(number("SELECT count(*) FROM person_lookup") == 2);
}

TEST_CASE_FIXTURE(KnowsAino, "an edit is journalled with how much it changed, never with what") {
    edit("given_name,family_name,phone\nAino,Salanimi,040 1234567\n");
    CHECK(lines("SELECT objects || ' ' || counts FROM journal ORDER BY id DESC LIMIT 1") == Lines{"P-0001 changed=2"});
    CHECK(problem_of([&] { people::edit_person(database(), journal(), person(404), {}); }).code == "person-not-found");
}
