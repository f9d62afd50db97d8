#include "admission/staffing.hpp"
#include "people/people.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/reminders_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

TEST_CASE_FIXTURE(Reminding, "whoever is enrolled is told of it only where that was asked for") {
    import(*this,
           "given_name,birth_date,email,consent\nCaj,1990-05-05,caj@example.org,yes\nDan,1990-06-06,dan@example.org,yes\n");
    enrol(*this, "group,person\nGROUP,P-3\n", {.today = "2026-01-20"});
    enrol(*this, "group,person\nGROUP,P-4\n", {.notify = true, .today = "2026-01-20"});
    office.send("2026-01-20T05:59:00Z");
    CHECK(office.recipients() == Lines{});
    office.send("2026-01-20T06:00:00Z");
    REQUIRE(office.post.messages.size() == 1);
    CHECK(office.post.messages.front().text.find("keskiviikko 28.1.2026 klo 17.00") != std::string::npos);
    CHECK(office.recipients() == Lines{"dan@example.org"});
}

TEST_CASE_FIXTURE(Reminding, "an open offer is told of when it is made and before it ends, and an answered one no more") {
    create_with_seats(*this, "FULL", 1);
    enrol(*this, "group,person\nFULL,P-1\nFULL,P-2\n", {.on = "2026-01-15"});
    change("INSERT INTO offer (change_seq, batch, party, peer_group, person, episode, made_on, until_on) "
           "SELECT 900, 1, 900, id, 2, 1, '2026-01-16', '2026-01-23' FROM peer_group WHERE code = 'FULL'");
    office.send("2026-01-16T06:00:00Z");
    REQUIRE(office.post.messages.size() == 1);
    CHECK(office.post.messages.front().subject == "Vastaathan viimeistään 23.1.2026");
    CHECK(office.recipients() == Lines{"bror@example.org"});
    SUBCASE("open") {
        office.send("2026-01-22T10:00:00Z");
        CHECK(office.recipients() == Lines{"bror@example.org"});
    }
    SUBCASE("answered") {
        change("UPDATE offer SET answer = 'declined', answered_on = '2026-01-17'");
        office.send("2026-01-22T10:00:00Z");
        CHECK(office.recipients() == Lines{});
    }
}

TEST_CASE_FIXTURE(Reminding, "a facilitator is reminded of a session that nobody has logged, and of no other") {
    import_facilitators(*this, "given_name,email\nOili,oili@example.org\n");
    peergroup::admission::add_staff(database(), rules(), journal("group staff add"),
                                    {group_code("GROUP"), facilitator(1), "volunteer", day("2026-01-20")});
    office.send("2026-01-29T06:59:00Z");
    office.recipients();
    office.send("2026-01-29T07:00:00Z");
    CHECK(office.recipients() == Lines{"oili@example.org"});
    change("UPDATE session SET state = 'held' WHERE ordinal = 2");
    office.send("2026-02-05T07:00:00Z");
    CHECK(office.recipients() == Lines{});
}

TEST_CASE("a parent who takes part and is the child's guardian gets one message, and the child none") {
    County county;
    PostOffice office(county);
    create(county, pair_wish("PAIR"));
    import(county, "given_name,birth_date,email,consent\nAino,1990-01-01,aino@example.org,yes\n"
                   "Lapsi,2018-01-01,lapsi@example.org,yes\n");
    peergroup::people::link_people(county.database(), county.journal("person link"), {person(2), person(1), "guardian"});
    enrol(county, "group,person,relation\nPAIR,P-1,parent\nPAIR,P-2,child\n");
    office.send("2026-01-27T14:00:00Z");
    CHECK(office.recipients() == Lines{"aino@example.org"});
    CHECK(office.rows() == Lines{"session-day-before 2 skipped child", "session-day-before 1 sent "});
}
