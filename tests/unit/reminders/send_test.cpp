#include "unit/field/leaving.hpp"
#include "unit/field/reminders_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using reminders::Delivered;
using reminders::Delivery;
using reminders::ReminderState;

namespace {

constexpr std::string_view eve = "2026-01-27T14:00:00Z"; // 16:00 on the day before the first session

groups::ChangedMeetings move_to(County& county, std::string_view date, std::string_view time) {
    return move_meeting(county, {group_code("GROUP"), "1"}, {.day = day(date), .time = calendar::LocalTime::parse(time)});
}

} // namespace

TEST_CASE_FIXTURE(Reminding, "everybody is reminded once, at the wall-clock time of the rule") {
    office.send("2026-01-27T13:59:00Z");
    CHECK(office.recipients() == Lines{});
    const reminders::SendReport report = office.send(eve);
    CHECK(report.counts.at(ReminderState::sent) == 2);
    REQUIRE(office.post.messages.size() == 2);
    const reminders::Message message = office.post.messages.front();
    CHECK(message.subject == "Muistutus: 28.1.2026");
    CHECK(message.text.find("keskiviikko 28.1.2026 klo 17.00") != std::string::npos);
    CHECK(message.text.find("GROUP") == std::string::npos);
    CHECK(office.recipients() == Lines{"aino@example.org", "bror@example.org"});
    for (const char* const later : {"2026-01-27T14:00:00Z", "2026-01-27T14:15:00Z", "2026-01-28T08:00:00Z"})
        office.send(later);
    CHECK(office.recipients() == Lines{});
}

TEST_CASE_FIXTURE(Reminding, "the clock a day back or three weeks ahead makes neither a second message nor a flood") {
    office.send(eve);
    office.recipients();
    office.send("2026-01-26T14:00:00Z");
    office.send("2026-01-27T14:00:00Z");
    CHECK(office.recipients() == Lines{});
    office.send("2026-02-17T14:00:00Z"); // three weeks later: the session of the 18th
    CHECK(office.recipients() == Lines{"aino@example.org", "bror@example.org"});
    office.send("2026-02-03T14:00:00Z"); // and back: that of the 4th, which was noted as missed
    CHECK(office.recipients() == Lines{"aino@example.org", "bror@example.org"});
}

TEST_CASE_FIXTURE(Reminding, "who was told a time that no longer holds is told the new one, and back again") {
    office.send(eve);
    office.recipients();
    move_to(*this, "2026-01-28", "18:00");
    office.send("2026-01-27T15:00:00Z");
    CHECK(office.post.messages.front().text.find("klo 18.00") != std::string::npos);
    CHECK(office.recipients().size() == 2);
    move_to(*this, "2026-01-28", "17:00");
    office.send("2026-01-27T16:00:00Z");
    CHECK(office.recipients().size() == 2);
    cancel_meeting(*this, {group_code("GROUP"), "1"}, {.reason = "facilitator_absent"});
    office.send("2026-01-27T17:00:00Z");
    CHECK(office.recipients() == Lines{});
}

TEST_CASE_FIXTURE(Reminding, "a session that moves away before anybody was told is told of in time for its new day") {
    move_to(*this, "2026-01-30", "17:00");
    office.send(eve);
    CHECK(office.recipients() == Lines{});
    office.send("2026-01-29T14:00:00Z");
    CHECK(office.recipients().size() == 2);
}

TEST_CASE_FIXTURE(Reminding, "whoever enrols inside the window is reminded, and never when the session has begun") {
    office.send(eve);
    office.recipients();
    import(*this,
           "given_name,birth_date,email,consent\nCaj,1990-05-05,caj@example.org,yes\nDan,1990-06-06,dan@example.org,yes\n");
    enrol(*this, "group,person\nGROUP,P-3\n");
    office.send("2026-01-28T08:00:00Z");
    CHECK(office.recipients() == Lines{"caj@example.org"});
    enrol(*this, "group,person\nGROUP,P-4\n");
    office.send("2026-01-28T15:00:00Z");
    CHECK(office.recipients() == Lines{});
}

TEST_CASE_FIXTURE(Reminding, "no consent means no message, which is counted, and leads to one as soon as it is stated") {
    import(*this, "given_name,birth_date,email\nCaj,1990-05-05,caj@example.org\n");
    enrol(*this, "group,person\nGROUP,P-3\n");
    office.send(eve);
    CHECK(office.recipients().size() == 2);
    CHECK(office.rows().front() == "session-day-before 3 skipped no-consent");
    change("INSERT INTO person_contact (person, channel, consent) VALUES (3, 'email', 1) "
           "ON CONFLICT (person, channel) DO UPDATE SET consent = 1");
    {
        store::Transaction transaction = database().write();
        journal("person contact").record_change(transaction, {"kainuu"}, {"P-0003", ""});
        transaction.commit();
    }
    office.send("2026-01-27T15:00:00Z");
    CHECK(office.recipients() == Lines{"caj@example.org"});
}

TEST_CASE_FIXTURE(Reminding, "what fails is tried again with the same id until it is given up, and stops nobody else") {
    std::vector<std::string> ids;
    office.post.answer = [&](const reminders::Message& message) {
        if (message.recipient != "aino@example.org") return Delivery{Delivered::sent, "", {}};
        ids.push_back(message.id);
        return Delivery{Delivered::later, "smtp-450", {}};
    };
    CHECK(office.send(eve).counts.at(ReminderState::failed) == 1);
    CHECK(office.recipients().size() == 2);
    office.send("2026-01-27T14:04:00Z");
    CHECK(office.recipients() == Lines{});
    for (const char* const again : {"2026-01-27T14:05:00Z", "2026-01-27T14:20:00Z", "2026-01-27T15:05:00Z"})
        office.send(again);
    CHECK(ids.size() == 4);
    CHECK(ids == std::vector<std::string>(4, ids.front()));
    office.send("2026-01-27T17:20:00Z"); // the last of the attempts
    office.send("2026-01-28T09:00:00Z");
    CHECK(ids.size() == 5);
    CHECK(office.rows().front() == "session-day-before 1 given_up smtp-450");
}

TEST_CASE_FIXTURE(Reminding, "who has left, or is refused for good, is not tried again") {
    office.post.answer = [](const reminders::Message& message) {
        return message.recipient == "aino@example.org" ? Delivery{Delivered::refused, "smtp-550", {}}
                                                       : Delivery{Delivered::later, "timeout", {}};
    };
    office.send(eve);
    leave(*this, "GROUP", 2, "2026-01-27");
    office.send("2026-01-27T15:00:00Z");
    CHECK(office.rows() == Lines{"session-day-before 1 given_up smtp-550", "session-day-before 2 cancelled not-asked-for"});
}

TEST_CASE_FIXTURE(Reminding, "a way of sending that is broken stops that way, and is told of") {
    office.post.answer = [](const reminders::Message&) -> Delivery {
        throw peergroup::Problem(peergroup::ProblemKind::configuration, "secret-readable", "others can read it");
    };
    const reminders::SendReport report = office.send(eve);
    CHECK(report.problems.size() == 1);
    CHECK(report.counts.at(ReminderState::failed) == 2);
    CHECK(office.recipients().size() == 1);
    office.post.answer = [](const reminders::Message&) { return Delivery{Delivered::sent, "", {}}; };
    office.send("2026-01-27T14:15:00Z");
    CHECK(office.recipients().size() == 2);
}

TEST_CASE_FIXTURE(Reminding, "of a run that was killed each message is known to have left, never to have left, or perhaps") {
    office.post.answer = [](const reminders::Message&) -> Delivery { throw Killed(); };
    CHECK_THROWS_AS(office.send(eve), Killed);
    office.recipients();
    office.post.answer = [](const reminders::Message&) { return Delivery{Delivered::sent, "", {}}; };
    SUBCASE("in the same start of the machine only the one in hand is unknown") {
        office.send("2026-01-27T14:15:00Z");
        CHECK(office.recipients() == Lines{"bror@example.org"});
        CHECK(office.rows() == Lines{"session-day-before 1 unknown run-ended", "session-day-before 2 sent "});
    }
    SUBCASE("after the power was gone both are") {
        office.boot = "boot-2";
        office.send("2026-01-27T14:15:00Z");
        CHECK(office.recipients() == Lines{});
        CHECK(office.rows() == Lines{"session-day-before 1 unknown run-ended", "session-day-before 2 unknown run-ended"});
    }
}

TEST_CASE_FIXTURE(Reminding, "a rehearsal tells how many would leave, and changes nothing") {
    const std::string before = content();
    CHECK(office.send(eve, true).counts.at(ReminderState::claimed) == 2);
    CHECK(office.recipients() == Lines{});
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(Reminding, "a run with nothing to do writes nothing") {
    office.send(eve);
    const std::string before = content();
    office.send("2026-01-27T14:15:00Z");
    office.send("2026-01-27T14:30:00Z");
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(Reminding,
                  "what no run came for before the quiet hours leaves behind them, however often a run comes meanwhile") {
    office.send("2026-01-27T13:45:00Z");
    for (const char* const quiet :
         {"2026-01-27T20:00:00Z", "2026-01-27T23:15:00Z", "2026-01-28T02:30:00Z", "2026-01-28T05:45:00Z"})
        office.send(quiet);
    CHECK(office.recipients() == Lines{});
    office.send("2026-01-28T06:15:00Z");
    CHECK(office.recipients() == Lines{"aino@example.org", "bror@example.org"});
}

TEST_CASE_FIXTURE(Reminding, "a run for one region leaves what is due in the others to the runs for those") {
    office.send("2026-01-27T13:45:00Z");
    actor.regions = {"helsinki"};
    office.send("2026-01-27T13:50:00Z");
    office.send(eve);
    CHECK(office.recipients() == Lines{});
    actor.regions = {};
    office.send("2026-01-27T14:05:00Z");
    CHECK(office.recipients() == Lines{"aino@example.org", "bror@example.org"});
}

TEST_CASE_FIXTURE(Reminding, "a rule that is new says nothing of what was due before it") {
    office.send("2026-01-26T14:00:00Z");
    change("DELETE FROM reminder_rule WHERE rule = 'session-day-before'");
    office.send("2026-01-27T14:30:00Z");
    CHECK(office.recipients() == Lines{});
    office.send("2026-02-03T14:00:00Z");
    CHECK(office.recipients().size() == 2);
}
