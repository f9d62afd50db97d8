#include "unit/field/admission_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using people::OnDifference;

namespace {

struct OpenGroup : AskingCounty {
    OpenGroup() { create(*this, weekly_wish("GROUP")); }
};

const std::string header = "group,reference,source,given_name,family_name,birth_date\n";

} // namespace

TEST_CASE_FIXTURE(OpenGroup, "unknown people are created on their way in") {
    const Told told = enrol(*this, header + "GROUP,12,sotkamo,Aino,Testi,1985-01-01\nGROUP,13,sotkamo,Eero,Koe,\n");
    CHECK(told.rows == Lines{"2 enrolled 1", "3 enrolled 2"});
    CHECK(told.created == 2);
    CHECK(identity_of(*this, 1).family_name == "Testi");
    CHECK(view_of(*this, 1).person.region == "kainuu"); // the group's
}

TEST_CASE_FIXTURE(OpenGroup, "people are created in the order of the file, whichever group they come to") {
    create(*this, weekly_wish("ANOTHER"));
    enrol(*this, header + "GROUP,1,,Aino,Testi,\nANOTHER,2,,Eero,Koe,\nGROUP,3,,Oona,Malli,\n");
    CHECK(identity_of(*this, 1).given_name == "Aino");
    CHECK(identity_of(*this, 2).given_name == "Eero");
    CHECK(identity_of(*this, 3).given_name == "Oona");
}

TEST_CASE_FIXTURE(OpenGroup, "the same file again creates nobody") {
    const std::string rows = header + "GROUP,12,sotkamo,Aino,Testi,1985-01-01\nGROUP,,,Eero,Koe,\n";
    enrol(*this, rows);
    const Told again = enrol(*this, rows);
    CHECK(again.rows == Lines{"2 unchanged 1", "3 unchanged 2"});
    CHECK(again.created == 0);
    CHECK(number("SELECT count(*) FROM person") == 2);
}

TEST_CASE_FIXTURE(OpenGroup, "a reference finds the person, within its source") {
    import(*this, "reference,source,given_name\n12,sotkamo,Aino\n12,kuhmo,Eero\n");
    CHECK(enrol(*this, "group,reference,source\nGROUP,12,kuhmo\n").rows == Lines{"2 enrolled 2"});
    CHECK(enrol(*this, "group,reference,source\nGROUP,12,SOTKAMO\n").rows == Lines{"2 differs P-0001: source"});
    CHECK(enrol(*this, "group,reference\nGROUP,12\n").rows == Lines{"2 nobody-named"});
}

TEST_CASE_FIXTURE(OpenGroup, "a code and a reference that mean two people are refused") {
    import(*this, "reference,given_name\n12,Aino\n13,Eero\n");
    CHECK(enrol(*this, "group,person,reference\nGROUP,P-0001,13\n").rows == Lines{"2 keys-disagree P-0001, P-0002"});
    CHECK(enrol(*this, "group,person,reference\nGROUP,P-0001,12\n").rows == Lines{"2 enrolled 1"});
    CHECK(enrol(*this, "group,person,reference\nGROUP,P-0001,14\n").rows == Lines{"2 differs P-0001: reference"});
}

TEST_CASE_FIXTURE(OpenGroup, "the rules of matching hold on the way in too") {
    import(*this, "reference,source,given_name,family_name,birth_date\n12,sotkamo,Aino,Testi,2000-02-29\n");
    CHECK(enrol(*this, header + "GROUP,12,sotkamo,,,2001-02-28\n").rows == Lines{"2 reference-birth-differs P-0001"});
    CHECK(enrol(*this, header + "GROUP,99,sotkamo,Aino,Testi,29.2.2000\n").rows == Lines{"2 near-match P-0001"});
    CHECK(enrol(*this, header + "GROUP,12,sotkamo,Aino,Uusi,\n").rows == Lines{"2 differs P-0001: family_name"});
    CHECK(enrol(*this, header + "GROUP,12,sotkamo,Aino,Uusi,\n", {.on_difference = OnDifference::keep}).rows ==
          Lines{"2 enrolled 1"});
    CHECK(identity_of(*this, 1).family_name == "Testi");
    CHECK(enrol(*this, header + "GROUP,12,sotkamo,Aino,Uusi,\n", {.on_difference = OnDifference::update}).rows ==
          Lines{"2 unchanged 1"});
    CHECK(identity_of(*this, 1).family_name == "Uusi");
}

TEST_CASE_FIXTURE(OpenGroup, "who is refused is not created") {
    decide(*this, "GROUP", groups::GroupVerb::close, "2026-01-20");
    enrol(*this, header + "GROUP,12,sotkamo,Aino,Testi,1985-01-01\n");
    CHECK(number("SELECT count(*) FROM person") == 0);
    CHECK(number("SELECT next_id FROM id_sequence WHERE name = 'person'") == 1);
}

TEST_CASE_FIXTURE(OpenGroup, "the ages of newcomers count at once") {
    groups::GroupWish wish = weekly_wish("ADULTS");
    wish.age_min = 18;
    create(*this, wish);
    CHECK(enrol(*this, header + "ADULTS,1,,Aino,Testi,2008-01-29\n").rows == Lines{"2 not-eligible.age line 2"});
    CHECK(enrol(*this, header + "ADULTS,1,,Aino,Testi,2008-01-28\n").rows == Lines{"2 enrolled 1"});
    CHECK(enrol(*this, "group,given_name\nADULTS,Eero\n").rows == Lines{"2 birth-date-unknown line 2"});
}

TEST_CASE_FIXTURE(OpenGroup, "JSON Lines are rows too") {
    CHECK(enrol(*this, "{\"group\":\"GROUP\",\"given_name\":\"Aino\",\"birth_date\":\"1985-01-01\"}\n"
                       "{\"group\":\"GROUP\",\"person\":\"P-0001\"}\n")
              .rows == Lines{"1 enrolled 1", "2 unchanged 1"});
}

TEST_CASE_FIXTURE(OpenGroup, "a row attests facts on the way in, of people named by code too") {
    add_adults(*this, 1);
    const std::string rows = "group,person,attest,attested_by\nGROUP,P-0001,child-placed,social-worker\n";
    CHECK(enrol(*this, rows).rows == Lines{"2 enrolled 1"});
    store::Transaction transaction = database().read();
    CHECK(people::facts_of(transaction, *ring(), person(1), actor) ==
          people::PersonFacts{{"child-placed", {day("2026-01-01"), "social-worker"}}});
}

TEST_CASE_FIXTURE(OpenGroup, "a row whose facts nobody attests is refused") {
    add_adults(*this, 1);
    CHECK(enrol(*this, "group,person,attest,attested_by\nGROUP,P-0001,child-placed,\n").rows == Lines{"2 attested-by-missing"});
    CHECK(number("SELECT count(*) FROM keys.person_key WHERE length(wrapped) > 100") == 0);
}
