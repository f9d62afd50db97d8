#include "facilitators/linked_people.hpp"
#include "people/kept_apart.hpp"
#include "people/person_events.hpp"
#include "stewardship/access_log.hpp"
#include "stewardship/erasure.hpp"
#include "stewardship/integrity.hpp"
#include "stewardship/merging.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
namespace stewardship = peergroup::stewardship;

namespace {

/// One person who was entered twice, as P-0001 and P-0002, a child, and two groups.
class Twice : public AskingCounty {
public:
    Twice() {
        actor.cleared = true;
        import(*this, "reference,source,given_name,family_name,birth_date,email,phone,consent\n"
                      "1,kajaani,Aino,Esimerkki,1985-06-15,,040 1234567,\n"
                      "2,sotkamo,Aino,Esimerki,,aino@example.org,050 7654321,yes\n"
                      "3,sotkamo,Onni,Esimerkki,2015-03-01,,,\n");
        create(*this, weekly_wish("ONE"));
        create(*this, weekly_wish("TWO"));
    }

    stewardship::Merged merge(std::int64_t merged = 2, std::int64_t into = 1) {
        return stewardship::merge_people(database(), journal("person merge"), {person(merged), person(into), day("2026-06-01")});
    }
    bool is_sound() { return stewardship::check_store({path()}, std::chrono::seconds(5), ring().get()).empty(); }
};

} // namespace

TEST_CASE_FIXTURE(Twice, "memberships and marks go over, and the history gives what stands") {
    enrol(*this, "group,person\nONE,P-2\nTWO,P-1\n");
    log(*this, "group,session,person,mark\nONE,1,P-2,P\nONE,2,P-2,N\n");
    withdraw(*this, "ONE", {2}, "2026-02-10");
    const stewardship::Merged moved = merge();
    CHECK(moved.memberships == 1);
    CHECK(moved.marks == 2);
    CHECK(members(*this, "ONE") == Lines{"P-0001/1 left 2026-01-28..2026-02-10 moved_away"});
    CHECK(number("SELECT count(*) FROM step WHERE person = 2") == 0);
    CHECK(number("SELECT count(*) FROM mark WHERE person = 1") == 2);
    CHECK(number("SELECT count(*) FROM member WHERE person = 1") == 2);
    CHECK(is_sound());
}

TEST_CASE_FIXTURE(Twice, "in one group after each other, memberships are counted in the order of their days") {
    enrol(*this, "group,person,on\nONE,P-2,2026-01-28\n");
    withdraw(*this, "ONE", {2}, "2026-02-10");
    enrol(*this, "group,person,on\nONE,P-1,2026-02-20\n");
    withdraw(*this, "ONE", {1}, "2026-02-28");
    enrol(*this, "group,person,on\nONE,P-2,2026-03-05\n", {.again = true});
    merge();
    CHECK(members(*this, "ONE") == Lines{"P-0001/1 left 2026-01-28..2026-02-10 moved_away",
                                         "P-0001/2 left 2026-02-20..2026-02-28 moved_away", "P-0001/3 enrolled 2026-03-05.."});
    CHECK(is_sound());
}

TEST_CASE_FIXTURE(Twice, "who were in one group on the same days may be two, and are not merged") {
    enrol(*this, "group,person\nONE,P-2\nONE,P-1\nTWO,P-1\nTWO,P-2\n");
    const std::string before = content();
    const peergroup::Problem problem = problem_of([&] { merge(); });
    CHECK(problem.code == "merge-overlaps");
    CHECK(std::string(problem.what()).find("ONE, TWO") != std::string::npos);
    CHECK(content() == before);
    CHECK(problem_of([&] { merge(1, 1); }).code == "same-person");
    import(*this, "given_name\nUuno\n", {.region = "helsinki"});
    CHECK(problem_of([&] { merge(4, 1); }).code == "regions-differ");
    actor.regions = {"kainuu"};
    CHECK(problem_of([&] { merge(4, 1); }).code == "not-permitted.region");
}

TEST_CASE_FIXTURE(Twice, "of the identity only what is blank is filled in, and a decision about an address goes with it") {
    merge();
    const people::IdentityRecord record = identity_of(*this, 1);
    CHECK(record.family_name == "Esimerkki");
    CHECK(record.phone == "040 1234567");
    CHECK(record.email == "aino@example.org");
    CHECK(record.reference == "1");
    const std::vector<people::ContactDecision> contacts = view_of(*this, 1).contacts;
    REQUIRE(contacts.size() == 1); // the other telephone's consent speaks of no other
    CHECK(contacts.front().channel == "email");
    CHECK(contacts.front().consent == true);
}

TEST_CASE_FIXTURE(Twice, "ties, facts and events go over") {
    people::link_people(database(), journal(), {person(2), person(3), "child"});
    people::link_people(database(), journal(), {person(1), person(2), "sibling"});
    people::link_people(database(), journal(), {person(2), person(3), "keep_apart"});
    people::state_event(database(), journal(), {person(2), "case_closed", day("2026-03-01")});
    people::attest_facts(database(), rules(), journal(), {person(2), {"child-placed"}, "social-worker", day("2026-03-01")});
    people::attest_facts(database(), rules(), journal(), {person(1), {"child-placed"}, "maija.s", day("2026-01-01")});
    import_facilitators(*this, "given_name\nOili\n");
    link_facilitator(*this, 1, 2);
    merge();
    CHECK(lines("SELECT person || ' ' || other || ' ' || relation FROM person_link") == Lines{"1 3 child"});
    store::Transaction transaction = database().read();
    CHECK(people::KeptApart(transaction, *ring()).all() == std::map<std::int64_t, std::vector<std::int64_t>>{{1, {3}}, {3, {1}}});
    CHECK(people::EventRegister(transaction, *ring()).of(1).at("case_closed") == day("2026-03-01"));
    vault::PersonKeys keys(transaction, *ring());
    CHECK(people::FactRegister(keys).of(1).at("child-placed").by == "social-worker");
    CHECK(peergroup::facilitators::LinkedPeople(transaction, *ring()).all().at(facilitator(1)) == 1);
}

TEST_CASE_FIXTURE(Twice, "the merged number tells who it is, and nothing of it can be read any more") {
    enrol(*this, "group,person\nONE,P-2\n");
    merge();
    const peergroup::Problem problem = problem_of([&] { view_of(*this, 2); });
    CHECK(problem.code == "person-merged");
    CHECK(std::string(problem.what()).find("P-0001") != std::string::npos);
    CHECK(enrol(*this, "group,person\nTWO,P-2\n").rows == Lines{"2 person-merged P-0002, P-0001"});
    for (const char* const table : {"person_identity", "person_lookup", "person_contact", "keys.person_key"})
        CHECK(number(fmt::format("SELECT count(*) FROM {} WHERE person = 2", table)) == 0);
    const std::string old_sheet = "reference,source\n2,sotkamo\n"; // finds the one that is left
    CHECK(import(*this, old_sheet).rows == Lines{"2 unchanged 1"});
    CHECK(import(*this, old_sheet, {.on_difference = people::OnDifference::update}).rows == Lines{"2 unchanged 1"});
    CHECK(import(*this, "reference,source\n1,kajaani\n").rows == Lines{"2 unchanged 1"});
    merge(1, 3); // and on
    CHECK(std::string(problem_of([&] { view_of(*this, 2); }).what()).find("P-0003") != std::string::npos);
    CHECK(is_sound());
    actor.regions = {"helsinki"};
    CHECK(problem_of([&] { view_of(*this, 2); }).code == "person-not-found");
}

TEST_CASE_FIXTURE(Twice, "what was done under the merged number is on the other's record of use") {
    people::edit_person(database(), journal("person edit"), person(2), details_of("municipality\nkajaani\n"));
    merge();
    store::Transaction transaction = database().write();
    const auto log = stewardship::read_access_log(
        transaction, journal("privacy access-log"),
        {.person = person(1), .zone = peergroup::calendar::Zone::load("Europe/Helsinki").value(), .today = day("2026-06-01")});
    CHECK(std::ranges::count(log, "person edit", &stewardship::AccessLogLine::verb) == 1);
    CHECK(std::ranges::count(log, "person merge", &stewardship::AccessLogLine::verb) == 1);
    CHECK(stewardship::Erasure(transaction).erased().empty()); // nobody is gone
}

TEST_CASE_FIXTURE(Twice, "what is restricted is merged by nobody without clearance, and stays restricted") {
    people::restrict_person(database(), journal(), person(2), day("2026-01-15"));
    actor.cleared = false;
    CHECK(problem_of([&] { merge(); }).code == "person-restricted");
    actor.cleared = true;
    merge();
    CHECK(view_of(*this, 1).person.restricted);
}
