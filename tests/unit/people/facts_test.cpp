#include "people/person_facts.hpp"
#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// Somebody in the county of whom facts are attested.
class Client : public AskingCounty {
public:
    Client() { import(*this, "given_name\nAino\n"); }

    void attest(std::vector<std::string> codes, const std::string& by, std::string_view on = "2026-08-20") {
        people::attest_facts(database(), rules(), journal("person attest"), {person(1), std::move(codes), by, day(on)});
    }
    void take_back(const std::string& code) {
        people::attest_facts(database(), rules(), journal("person attest"), {.person = person(1), .codes = {code}});
    }
    people::PersonFacts facts() {
        store::Transaction transaction = database().read();
        return people::facts_of(transaction, *ring(), person(1), actor);
    }
};

} // namespace

TEST_CASE_FIXTURE(Client, "of what is attested twice the newer attestation counts, and it can be taken back") {
    CHECK(facts().empty());
    attest({"child-placed", "child-welfare-client"}, "social-worker");
    attest({"child-placed"}, "maija.s", "2026-08-24");
    CHECK(facts() == people::PersonFacts{{"child-placed", {day("2026-08-24"), "maija.s"}},
                                         {"child-welfare-client", {day("2026-08-20"), "social-worker"}}});
    take_back("child-placed");
    CHECK(facts() == people::PersonFacts{{"child-welfare-client", {day("2026-08-20"), "social-worker"}}});
    CHECK(lines("SELECT counts FROM journal WHERE verb = 'person attest' ORDER BY id") ==
          Lines{"facts=2", "facts=1", "facts-removed=1"});
}

TEST_CASE_FIXTURE(Client, "what is attested lies sealed, and nothing of it in the journal") {
    attest({"child-placed"}, "social-worker");
    CHECK(number("SELECT count(*) FROM keys.person_key WHERE instr(wrapped, 'placed') OR instr(wrapped, 'social')") == 0);
    CHECK(number("SELECT count(*) FROM journal WHERE objects || counts LIKE '%placed%' OR objects || counts LIKE '%social%'") ==
          0);
    change("UPDATE keys.person_key SET wrapped = zeroblob(140)");
    CHECK(problem_of([&] { facts(); }).code == "sealed-value-damaged");
}

TEST_CASE_FIXTURE(Client, "whoever attests is a code, and what is attested a fact that some type asks for") {
    CHECK(problem_of([&] { attest({"child-place"}, "social-worker"); }).hint == "did you mean `child-placed`?");
    CHECK(problem_of([&] { attest({"child-placed", "tall"}, "social-worker"); }).code == "unknown-fact");
    CHECK(problem_of([&] { attest({"child-placed"}, ""); }).code == "attested-by-missing");
    for (const char* const name : {"maija@example.org", "Maija", "maija s", "säätiö", "a\nb"})
        CHECK(problem_of([&] { attest({"child-placed"}, name); }).code == "attested-by-no-code");
    CHECK(problem_of([&] { take_back("child-placed"); }).code == "no-such-fact");
    CHECK(facts().empty());
}

TEST_CASE_FIXTURE(Client, "facts of somebody in another region, or restricted, are neither attested nor read") {
    people::restrict_person(database(), journal(), person(1), day("2026-06-01"));
    CHECK(problem_of([&] { attest({"child-placed"}, "social-worker"); }).code == "person-restricted");
    actor.regions = {"helsinki"};
    CHECK(problem_of([&] { attest({"child-placed"}, "social-worker"); }).code == "not-permitted.region");
    CHECK(problem_of([&] { facts(); }).code == "not-permitted.region");
}

TEST_CASE_FIXTURE(Client, "a sheet attests facts of those who are known and of those who are new") {
    const std::string rows =
        "given_name,attest,attested_by,attested_on\nAino,\"child-placed, Child-Welfare-Client\",maija.s,20.8.2026\n"
        "Eero,child-placed,social-worker,\nOona,,,\n";
    CHECK(import(*this, rows).rows == Lines{"2 updated 1", "3 created 2", "4 created 3"});
    CHECK(facts() == people::PersonFacts{{"child-placed", {day("2026-08-20"), "maija.s"}},
                                         {"child-welfare-client", {day("2026-08-20"), "maija.s"}}});
    CHECK(import(*this, rows).rows == Lines{"2 unchanged 1", "3 unchanged 2", "4 unchanged 3"});
    CHECK(number("SELECT count(*) FROM keys.person_key WHERE length(wrapped) > 100") == 2);
}

TEST_CASE_FIXTURE(Client, "of the attestations in a sheet and in the store the newer one counts, and blanks leave it") {
    attest({"child-placed"}, "social-worker", "2026-08-20");
    const std::string header = "given_name,attest,attested_by,attested_on\n";
    CHECK(import(*this, header + "Aino,child-placed,maija.s,2026-08-19\n").rows == Lines{"2 unchanged 1"});
    CHECK(import(*this, header + "Aino,child-placed,maija.s,\n").rows == Lines{"2 unchanged 1"});
    CHECK(import(*this, header + "Aino,,,2026-08-30\n").rows == Lines{"2 unchanged 1"});
    CHECK(facts() == people::PersonFacts{{"child-placed", {day("2026-08-20"), "social-worker"}}});
    CHECK(import(*this, header + "Aino,child-placed,maija.s,2026-08-21\n").rows == Lines{"2 updated 1"});
    CHECK(facts() == people::PersonFacts{{"child-placed", {day("2026-08-21"), "maija.s"}}});
}

TEST_CASE_FIXTURE(Client, "rows whose facts nobody attests, or that are no facts, are refused") {
    CHECK(
        import(*this, "given_name,attest,attested_by\nAino,child-place,maija.s\nAino,child-placed,\nAino,child-placed,Maija S\n")
            .rows == Lines{"2 unknown-fact", "3 attested-by-missing", "4 attested-by-no-code"});
    CHECK(import(*this, "given_name,seikat,vahvistaja,vahvistettu\nAino,child-placed,maija.s,31.4.2026\n").rows ==
          Lines{"2 no-date"});
    CHECK(import(*this, "given_name,fakta\nAino,child-placed\n").rows == Lines{"2 attested-by-missing"});
    CHECK(facts().empty());
}
