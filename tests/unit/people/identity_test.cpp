#include "people/identity.hpp"
#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using people::OnDifference;

namespace {

const std::string header = "reference,given_name,birth_date,municipality,non_disclosure\n";

std::vector<people::RevealedPerson> reveal(County& county, const std::vector<people::PersonCode>& codes) {
    store::Transaction transaction = county.database().write();
    const vault::Journal journal = county.journal("person show");
    auto revealed = people::Identity(transaction, journal).reveal(codes);
    transaction.commit();
    return revealed;
}

} // namespace

TEST_CASE_FIXTURE(County, "names come through one door, on a ground, and are journalled") {
    import(*this, header + "1,Aino,2000-02-29,kajaani,\n2,Eero,,,\n");
    ground = "client-relation";
    const auto revealed = reveal(*this, {person(2), person(1)});
    REQUIRE(revealed.size() == 2);
    CHECK(revealed[0].code == person(2));
    CHECK(revealed[0].record.given_name == "Eero");
    CHECK_FALSE(revealed[0].born_on);
    CHECK(revealed[1].record.given_name == "Aino");
    CHECK(revealed[1].born_on == day("2000-02-29"));
    CHECK(lines("SELECT actor || ' ' || verb || ' ' || objects || ' ' || ground || ' ' || counts FROM journal ORDER BY id DESC "
                "LIMIT 1") == Lines{"tester person show P-0002 P-0001 client-relation revealed=2"});
}

TEST_CASE_FIXTURE(County, "without a ground nothing is shown") {
    import(*this, header + "1,Aino,,,\n");
    const peergroup::Problem problem = problem_of([&] { reveal(*this, {person(1)}); });
    CHECK(problem.code == "reason-missing");
    CHECK(problem.kind == peergroup::ProblemKind::usage);
    CHECK(number("SELECT count(*) FROM journal WHERE verb = 'person show'") == 0);
}

TEST_CASE_FIXTURE(County, "the journal never holds a name") {
    import(*this, header + "1,Salanimi,,,\n");
    ground = "client-relation";
    reveal(*this, {person(1)});
    CHECK(number("SELECT count(*) FROM journal WHERE objects || counts || coalesce(ground, '') LIKE '%Salanimi%'") == 0);
}

TEST_CASE_FIXTURE(County, "non-disclosure hides the municipality from every list") {
    import(*this, header + "1,Aino,,kajaani,yes\n2,Eero,,kuhmo,no\n");
    CHECK(view_of(*this, 1).person.municipality.empty());
    CHECK(view_of(*this, 1).person.non_disclosure);
    CHECK(view_of(*this, 2).person.municipality == "kuhmo");
    CHECK(number("SELECT count(*) FROM person WHERE municipality = 'kajaani'") == 0);
    CHECK(identity_of(*this, 1).hidden_municipality == "kajaani");
}

TEST_CASE_FIXTURE(County, "a municipality goes behind the door with the order and comes back when it ends") {
    import(*this, header + "1,Aino,,kajaani,no\n");
    const ImportManner update{.on_difference = OnDifference::update};
    import(*this, header + "1,,,,yes\n", update);
    CHECK(view_of(*this, 1).person.municipality.empty());
    CHECK(identity_of(*this, 1).hidden_municipality == "kajaani");
    import(*this, header + "1,,,kuhmo,\n", update);
    CHECK(view_of(*this, 1).person.municipality.empty());
    CHECK(identity_of(*this, 1).hidden_municipality == "kuhmo");
    import(*this, header + "1,,,,no\n", update);
    CHECK(view_of(*this, 1).person.municipality == "kuhmo");
    CHECK(identity_of(*this, 1).hidden_municipality.empty());
}

TEST_CASE_FIXTURE(County, "a hidden municipality is compared behind the door") {
    import(*this, header + "1,Aino,,kajaani,yes\n");
    CHECK(import(*this, header + "1,,,kajaani,\n").rows == Lines{"2 unchanged 1"});
    CHECK(import(*this, header + "1,,,kuhmo,\n").rows == Lines{"2 differs P-0001: municipality"});
}

TEST_CASE_FIXTURE(County, "a record of any bytes is stored and read as it came") {
    std::string bytes;
    for (int byte = 1; byte < 128; ++byte)
        if (byte != '"') bytes += static_cast<char>(byte);
    import(*this, "reference,address\n");
    import(*this, "reference,given_name,address\n1,Aino,\"x" + bytes + "x\"\n");
    CHECK(identity_of(*this, 1).address == "x" + bytes + "x");
}
