#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

struct KnowsThree : County {
    KnowsThree() {
        import(*this,
               "reference,given_name,email,phone,consent,safe_contact\n1,Aino,aino@example.org,040 1234567,yes,no\n2,Eero,,,,\n");
        import(*this, "reference,given_name\n3,Oona\n", {.region = "helsinki"});
    }
    void link(std::int64_t one, std::int64_t other, std::string relation, bool remove = false) {
        people::link_people(database(), journal("person link"), {person(one), person(other), std::move(relation), remove});
    }
    std::string refusal_of_link(std::int64_t one, std::int64_t other, const std::string& relation, bool remove = false) {
        return problem_of([&] { link(one, other, relation, remove); }).code;
    }
};

Lines listed(County& county, std::string region) {
    store::Transaction transaction = county.database().read();
    Lines codes;
    for (const people::Person& found : people::list_people(transaction, {std::move(region)}, county.actor))
        codes.push_back(found.code.text());
    return codes;
}

} // namespace

TEST_CASE_FIXTURE(KnowsThree, "a list shows a region or all, by code") {
    CHECK(listed(*this, "") == Lines{"P-0001", "P-0002", "P-0003"});
    CHECK(listed(*this, "kainuu") == Lines{"P-0001", "P-0002"});
    CHECK(listed(*this, "lappi").empty());
}

TEST_CASE_FIXTURE(KnowsThree, "an unknown code is not found") {
    const peergroup::Problem problem = problem_of([&] { view_of(*this, 404); });
    CHECK(problem.code == "person-not-found");
    CHECK(problem.kind == peergroup::ProblemKind::not_found);
}

TEST_CASE_FIXTURE(KnowsThree, "a link is stated of one person and known from both") {
    link(1, 2, "parent");
    link(1, 2, "parent");
    const std::vector<people::Link> links = view_of(*this, 1).links;
    REQUIRE(links.size() == 1);
    CHECK(links[0].other == person(2));
    CHECK(links[0].relation == "parent");
    store::Transaction transaction = database().read();
    people::PersonRegister people(transaction, *ring());
    CHECK(people.linked_to(1) == std::vector<std::int64_t>{2});
    CHECK(people.linked_to(2) == std::vector<std::int64_t>{1});
}

TEST_CASE_FIXTURE(KnowsThree, "a link may be taken back, once") {
    link(1, 2, "parent");
    link(1, 2, "parent", true);
    CHECK(view_of(*this, 1).links.empty());
    CHECK(refusal_of_link(1, 2, "parent", true) == "no-such-link");
}

TEST_CASE_FIXTURE(KnowsThree, "links that make no sense are refused") {
    CHECK(refusal_of_link(1, 1, "sibling") == "same-person");
    CHECK(refusal_of_link(1, 2, "nemesis") == "unknown-relation");
    CHECK(refusal_of_link(1, 404, "parent") == "person-not-found");
    CHECK(refusal_of_link(404, 1, "parent") == "person-not-found");
    CHECK(number("SELECT count(*) FROM person_link") == 0);
}

TEST_CASE_FIXTURE(KnowsThree, "consent and safety are decided for each way of reaching a person") {
    const auto contacts = view_of(*this, 1).contacts;
    REQUIRE(contacts.size() == 2);
    CHECK(contacts[0].channel == "email");
    CHECK(contacts[0].consent == true);
    CHECK(contacts[0].safe == false);
    CHECK(contacts[1].channel == "sms");
    CHECK(view_of(*this, 2).contacts.empty());
}

TEST_CASE_FIXTURE(KnowsThree, "a decision leaves what it does not speak of") {
    people::decide_contact(database(), journal("person contact"), person(1), {"email", false, {}});
    const auto contacts = view_of(*this, 1).contacts;
    CHECK(contacts[0].consent == false);
    CHECK(contacts[0].safe == false);
    CHECK(contacts[1].consent == true);
    CHECK(problem_of([&] {
              people::decide_contact(database(), journal(), person(404), {"sms", true, {}});
          }).code == "person-not-found");
}

TEST_CASE_FIXTURE(KnowsThree, "a row that takes a consent back is never passed over") {
    const std::string row = "reference,consent\n1,no\n";
    CHECK(import(*this, row).rows == Lines{"2 differs P-0001: consent"});
    CHECK(import(*this, row, {.on_difference = people::OnDifference::update}).rows == Lines{"2 updated 1"});
    for (const people::ContactDecision& contact : view_of(*this, 1).contacts)
        CHECK(contact.consent == false);
    CHECK(import(*this, row).rows == Lines{"2 unchanged 1"});
}

TEST_CASE_FIXTURE(KnowsThree, "every statement is journalled by codes") {
    link(1, 2, "parent");
    link(1, 2, "parent", true);
    people::decide_contact(database(), journal("person contact"), person(2), {"sms", true, {}});
    CHECK(lines("SELECT verb || ': ' || objects || ' ' || counts FROM journal WHERE id > 2 ORDER BY id") ==
          Lines{"person link: P-0001 P-0002 linked=1", "person link: P-0001 P-0002 unlinked=1",
                "person contact: P-0002 contact=sms"});
}
