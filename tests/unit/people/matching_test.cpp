#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using people::OnDifference;

namespace {

const std::string header = "reference,source,given_name,family_name,birth_date,identity_code,phone\n";

/// A county that knows P-0001: Aino Testi, born 2000-02-29, 12 in Sotkamo.
struct KnowsAino : County {
    KnowsAino() { import(*this, header + "12,sotkamo,Aino,Testi,2000-02-29,290200A902D,\n"); }
};

Lines rows_of(County& county, const std::string& row, const ImportManner& manner = {}) {
    return import(county, header + row + "\n", manner).rows;
}

} // namespace

TEST_CASE_FIXTURE(KnowsAino, "the reference of a source finds the person") {
    CHECK(rows_of(*this, "12,sotkamo,,,,,") == Lines{"2 unchanged 1"});
    CHECK(rows_of(*this, "12,Sotkamo,Aino,Testi,29.2.2000,,") == Lines{"2 differs P-0001: source"});
}

TEST_CASE_FIXTURE(KnowsAino, "another source's equal reference is another person") {
    CHECK(rows_of(*this, "12,kuhmo,Eero,Koe,1990-05-05,,") == Lines{"2 created 2"});
    CHECK(rows_of(*this, "12,,Oona,Malli,1991-05-05,,") == Lines{"2 created 3"});
    CHECK(rows_of(*this, "12,kuhmo,,,,,") == Lines{"2 unchanged 2"});
    CHECK(rows_of(*this, "12,sotkamo,,,,,") == Lines{"2 unchanged 1"});
}

TEST_CASE_FIXTURE(KnowsAino, "the same reference with another birth date is refused whatever is asked for") {
    for (const OnDifference on_difference : {OnDifference::reject, OnDifference::keep, OnDifference::update})
        CHECK(rows_of(*this, "12,sotkamo,Aino,Testi,2001-02-28,,", {.on_difference = on_difference}) ==
              Lines{"2 reference-birth-differs P-0001"});
}

TEST_CASE_FIXTURE(KnowsAino, "the identity code finds the person without a name") {
    CHECK(rows_of(*this, ",,,,,290200a902d,") == Lines{"2 unchanged 1"});
}

TEST_CASE_FIXTURE(KnowsAino, "codes that differ in their separator alone are two people") {
    CHECK(rows_of(*this, ",,Aino,Testi,,290200B902D,", {.different_person = true}) == Lines{"2 created 2"});
}

TEST_CASE_FIXTURE(KnowsAino, "a reference and an identity code of two people disagree") {
    rows_of(*this, "13,sotkamo,Eero,Koe,,150612B907V,");
    CHECK(rows_of(*this, "12,sotkamo,,,,150612B907V,") == Lines{"2 keys-disagree P-0001, P-0002"});
}

TEST_CASE_FIXTURE(KnowsAino, "the same name and birth date alone are the same person") {
    CHECK(rows_of(*this, ",,Aino,Testi,29.2.2000,,") == Lines{"2 unchanged 1"});
}

TEST_CASE_FIXTURE(KnowsAino, "the same name and birth date with something new is a near match, told by code") {
    CHECK(rows_of(*this, "99,sotkamo,Aino,Testi,29.2.2000,,") == Lines{"2 near-match P-0001"});
    CHECK(rows_of(*this, ",,AINO, testi ,29.2.2000,,") == Lines{"2 near-match P-0001"});
    CHECK(rows_of(*this, ",,Aino,Testi,29.2.2000,,040 1234567") == Lines{"2 near-match P-0001"});
    CHECK(number("SELECT count(*) FROM person") == 1);
}

TEST_CASE_FIXTURE(KnowsAino, "a near match that was looked at becomes a person of its own") {
    CHECK(rows_of(*this, "99,sotkamo,Aino,Testi,29.2.2000,,", {.different_person = true}) == Lines{"2 created 2"});
    CHECK(rows_of(*this, "99,sotkamo,Aino,Testi,29.2.2000,,", {.different_person = true}) == Lines{"2 unchanged 2"});
    CHECK(rows_of(*this, ",,Aino,Testi,29.2.2000,,040 1234567") == Lines{"2 near-match P-0001, P-0002"});
}

TEST_CASE_FIXTURE(KnowsAino, "a row that could mean two people of one name is refused with both codes") {
    rows_of(*this, "99,sotkamo,Aino,Testi,29.2.2000,,", {.different_person = true});
    CHECK(rows_of(*this, ",,Aino,Testi,29.2.2000,,") == Lines{"2 near-match P-0001, P-0002"});
}

TEST_CASE_FIXTURE(KnowsAino, "told values that differ are refused by column, kept as stored, or written, as was asked") {
    const std::string row = "12,sotkamo,Aino,Uusi,,,040 1234567";
    CHECK(rows_of(*this, row) == Lines{"2 differs P-0001: family_name, phone"});
    CHECK(rows_of(*this, row, {.on_difference = OnDifference::keep}).size() == 1);
    CHECK(identity_of(*this, 1).family_name == "Testi");
    rows_of(*this, row, {.on_difference = OnDifference::update});
    CHECK(identity_of(*this, 1).family_name == "Uusi");
    CHECK(identity_of(*this, 1).phone == "040 1234567");
    CHECK(identity_of(*this, 1).given_name == "Aino");
}

TEST_CASE_FIXTURE(KnowsAino, "blanks never overwrite") {
    rows_of(*this, "12,sotkamo,,,,,040 1234567", {.on_difference = OnDifference::update});
    CHECK(identity_of(*this, 1).given_name == "Aino");
    CHECK(identity_of(*this, 1).identity_code == "290200A902D");
    rows_of(*this, "12,sotkamo,,,,,", {.on_difference = OnDifference::update});
    CHECK(identity_of(*this, 1).phone == "040 1234567");
}

TEST_CASE_FIXTURE(KnowsAino, "a changed value is found by its new spelling and no longer by the old") {
    rows_of(*this, ",,Aino,Uusi,,290200A902D,", {.on_difference = OnDifference::update});
    CHECK(rows_of(*this, ",,Aino,Uusi,29.2.2000,,") == Lines{"2 unchanged 1"});
    CHECK(rows_of(*this, ",,Aino,Testi,29.2.2000,,") == Lines{"2 created 2"});
}

TEST_CASE_FIXTURE(KnowsAino, "people of another region do not meet") {
    CHECK(rows_of(*this, "12,sotkamo,Aino,Testi,,290200A902D,", {.region = "helsinki"}) == Lines{"2 created 2"});
}

TEST_CASE_FIXTURE(KnowsAino, "an unknown reference without a name makes nobody") {
    CHECK(rows_of(*this, "404,sotkamo,,,,,") == Lines{"2 nobody-named"});
    CHECK(rows_of(*this, ",,,,,150612B907V,") == Lines{"2 nobody-named"});
}

TEST_CASE_FIXTURE(KnowsAino, "nobody is given a key that is somebody else's") {
    rows_of(*this, "13,sotkamo,Eero,Koe,,150612B907V,");
    CHECK(rows_of(*this, "13,sotkamo,,,,290200A902D,", {.on_difference = OnDifference::update}) ==
          Lines{"2 keys-disagree P-0002, P-0001"});
    const auto refusal_of_edit = [&](const char* told) {
        return problem_of([&] { people::edit_person(database(), journal("person edit"), person(1), details_of(told)); });
    };
    CHECK(refusal_of_edit("reference,source\n13,Sotkamo\n").code == "keys-disagree");
    CHECK(refusal_of_edit("identity_code\n150612B907V\n").kind == peergroup::ProblemKind::refused);
    CHECK(number("SELECT count(*) FROM (SELECT 1 FROM person_lookup WHERE kind < 3 GROUP BY region, kind, lookup_key HAVING "
                 "count(*) > 1)") == 0);
}

TEST_CASE_FIXTURE(KnowsAino, "a refusal names codes and columns and never a name") {
    for (const std::string& row : rows_of(*this, "12,sotkamo,Salanimi,Testi,,,"))
        CHECK(row.find("Salanimi") == std::string::npos);
}
