#include "people/duplicates.hpp"
#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

Lines pairs(County& county, const std::string& region = "") {
    store::Transaction transaction = county.database().write();
    Lines found;
    for (const people::DuplicatePair& pair : people::find_duplicates(transaction, county.journal("person duplicates"), region))
        found.push_back(fmt::format("{} {} {}", pair.one.text(), pair.other.text(), pair.why));
    transaction.commit();
    return found;
}

} // namespace

TEST_CASE_FIXTURE(County, "pairs are of one birth date with near names, or of one identity code, and each is told once") {
    import(*this,
           "reference,source,given_name,family_name,birth_date,identity_code\n"
           "1,kajaani,Aino,Testi,2000-02-29,290200A902D\n"
           "2,kajaani,Eino,Testi,2000-02-29,\n"
           "3,kajaani,Tuuli,Testi,2000-02-29,\n"
           "4,kajaani,Aino,Testi,2000-03-01,\n",
           {.different_person = true});
    import(*this, "given_name,family_name,birth_date\nTESTI,aino,2000-02-29\n");
    import(*this, "given_name,family_name\nAino,Testi\n", {.different_person = true});
    CHECK(pairs(*this) == Lines{"P-0001 P-0002 near-name", "P-0001 P-0005 near-name"});
    CHECK(lines("SELECT counts FROM journal WHERE verb = 'person duplicates'") == Lines{"compared=6 pairs=2"});
}

TEST_CASE_FIXTURE(County, "two regions of one actor may know the same person, and nobody sees another's region") {
    import(*this, "reference,source,given_name,birth_date,identity_code\n7,kela,Aino,2000-02-29,290200A902D\n");
    import(*this, "reference,source,given_name,birth_date,identity_code\n7,kela,Jokke,2000-02-29,290200A902D\n",
           {.region = "helsinki"});
    import(*this, "reference,source,given_name,birth_date\n8,kela,Onni,2001-02-28\n");
    import(*this, "reference,source,given_name,birth_date\n8,kela,Kaarina,2001-02-28\n", {.region = "helsinki"});
    CHECK(pairs(*this) == Lines{"P-0001 P-0002 identity-code", "P-0003 P-0004 reference"});
    CHECK(pairs(*this, "kainuu").empty());
    actor.regions = {"kainuu"};
    CHECK(pairs(*this).empty());
    CHECK(problem_of([&] { pairs(*this, "helsinki"); }).code == "not-permitted.region");
}

TEST_CASE_FIXTURE(County, "whoever is restricted or under a non-disclosure order is compared for those with clearance alone") {
    import(*this, "given_name,birth_date,non_disclosure\nAino,2000-02-29,yes\nAina,2000-02-29,\nAini,2000-02-29,\n");
    people::restrict_person(database(), journal(), person(3), day("2026-01-15"));
    CHECK(pairs(*this).empty());
    actor.cleared = true;
    CHECK(pairs(*this).size() == 3);
}

// civicrm-core#29638 and #33435: several matches made several participants, and updating made duplicates.
TEST_CASE_FIXTURE(County, "a row that could mean several makes nobody, and updating doubles nobody") {
    import(*this, "reference,source,given_name,family_name,birth_date\n1,a,Aino,Testi,2000-02-29\n2,a,Aino,Testi,2000-02-29\n",
           {.different_person = true});
    const std::string row = "given_name,family_name,birth_date,phone\nAino,Testi,2000-02-29,040 1234567\n";
    for (const people::OnDifference on_difference :
         {people::OnDifference::reject, people::OnDifference::keep, people::OnDifference::update})
        CHECK(import(*this, row, {.on_difference = on_difference}).rows == Lines{"2 near-match P-0001, P-0002"});
    const std::string named = "reference,source,given_name,phone\n1,a,Aino,040 1234567\n";
    CHECK(import(*this, named, {.on_difference = people::OnDifference::update}).rows == Lines{"2 updated 1"});
    CHECK(import(*this, named, {.on_difference = people::OnDifference::update}).rows == Lines{"2 unchanged 1"});
    CHECK(number("SELECT count(*) FROM person") == 2);
}

// jethro-pmm#441: matches by name, e-mail and telephone; blanks never overwrite.
TEST_CASE_FIXTURE(County, "an address alone is nobody's name, and a blank leaves what is known") {
    import(*this, "reference,source,given_name,family_name,email,phone\n1,a,Aino,Testi,aino@example.org,040 1234567\n");
    CHECK(import(*this, "email\naino@example.org\n").rows == Lines{"2 nobody-named"});
    CHECK(import(*this, "phone\n040 1234567\n").rows == Lines{"2 nobody-named"});
    CHECK(import(*this, "reference,source,given_name,family_name,email,phone\n1,a,,,,\n",
                 {.on_difference = people::OnDifference::update})
              .rows == Lines{"2 unchanged 1"});
    CHECK(identity_of(*this, 1).email == "aino@example.org");
    CHECK(identity_of(*this, 1).phone == "040 1234567");
}
