#include "documents/maildir.hpp"
#include "reminders/kept_messages.hpp"
#include "stewardship/backup.hpp"
#include "stewardship/erasure.hpp"
#include "stewardship/health.hpp"
#include "stewardship/integrity.hpp"
#include "stewardship/person_file.hpp"
#include "stewardship/restore.hpp"
#include "store/personal_columns.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <set>

using namespace field;
using peergroup::stewardship::Keeping;

namespace {

/// Two people who know each other in a group that has ended, of whom everything is known that can be.
class Known : public AskingCounty {
public:
    Known() {
        import(*this,
               "reference,source,given_name,family_name,birth_date,municipality,language,email,phone,channel,consent,family,"
               "relation,non_disclosure\n"
               "1,kajaani,Aino,Esimerkki,1985-06-15,kajaani,fi,aino@example.org,040 1234567,sms,yes,A,parent,yes\n"
               "2,kajaani,Onni,Esimerkki,2015-03-01,kajaani,fi,,,,,A,child,\n");
        people::link_people(database(), journal(), {person(1), person(2), "child"});
        people::state_event(database(), journal(), {person(1), "case_closed", day("2026-08-31")});
        people::attest_facts(database(), rules(), journal(), {person(1), {"child-placed"}, "social-worker", day("2026-08-31")});
        create_with_seats(*this, "GROUP", 3);
        enrol(*this, "group,person\nGROUP,P-0001\n");
        log(*this, "group,session,person,mark\nGROUP,1,P-0001,P\n");
        finish(*this, "GROUP", "2026-05-01");
    }

    Keeping erase(std::int64_t number, std::string_view today = "2026-06-01") {
        return peergroup::stewardship::erase_person(
                   database(), rules(), journal("privacy erase"),
                   {.person = person(number), .question = {.today = day(today), .requested = true}})
            .keeping();
    }

    peergroup::stewardship::PersonFile file(std::int64_t number) {
        ground = "access-request";
        store::Transaction transaction = database().write();
        auto file = peergroup::stewardship::read_person_file(transaction, journal("privacy export"), person(number));
        transaction.commit();
        return file;
    }
};

} // namespace

TEST_CASE_FIXTURE(Known, "whoever is erased leaves a number that figures count, and nothing else") {
    import_facilitators(*this, "given_name\nOili\n");
    link_facilitator(*this, 1, 1);
    people::link_people(database(), journal(), {person(1), person(2), "keep_apart"});
    CHECK(erase(1) == Keeping::erase);
    for (const store::PersonalColumn& column : store::personal_columns())
        if (column.erasure == store::Erasure::remove_row) {
            CAPTURE(column.table);
            CHECK(number(fmt::format("SELECT count(*) FROM {} WHERE {} = 1", column.table, column.person)) == 0);
        }
    CHECK(lines("SELECT quote(municipality) || quote(language) || quote(channel) || non_disclosure || erased_on FROM person "
                "WHERE id = 1") == Lines{"NULLNULLNULL02026-06-01"});
    CHECK(number("SELECT count(*) FROM enrolment WHERE person = 1 AND state = 'left' AND to_on = '2026-05-01'") == 1);
    CHECK(number("SELECT attended FROM session WHERE ordinal = 1") == 1);
    CHECK(number("SELECT count(*) FROM person_identity WHERE person = 2") == 1); // the other stays as they were
    CHECK(problem_of([&] { view_of(*this, 1); }).code == "person-not-found");
    CHECK(peergroup::stewardship::check_store({path()}, std::chrono::seconds(5), ring().get()).empty());
}

TEST_CASE_FIXTURE(Known, "an erased person comes back as somebody new") {
    erase(1);
    const Told told = import(*this, "reference,source,given_name,family_name,birth_date\n1,kajaani,Aino,Esimerkki,1985-06-15\n");
    CHECK(told.rows == Lines{"2 created 3"});
    CHECK(identity_of(*this, 3).given_name == "Aino");
}

TEST_CASE_FIXTURE(Known, "who has to be kept is not touched, and the attempt is on record") {
    create_with_seats(*this, "NOW", 3);
    enrol(*this, "group,person\nNOW,P-0001\n");
    const std::string before = content();
    CHECK(erase(1) == Keeping::retain);
    CHECK(content() == before);
    CHECK(lines("SELECT counts FROM journal WHERE verb = 'privacy erase'") == Lines{"kept=retain"});
}

TEST_CASE_FIXTURE(Known, "everybody whose time is over goes in one run, and only they") {
    using peergroup::stewardship::apply_retention;
    CHECK(apply_retention(database(), rules(), journal("privacy retention"), {day("2027-05-01")}).due.empty());
    const auto plan = apply_retention(database(), rules(), journal("privacy retention"), {day("2027-05-02")});
    REQUIRE(plan.due.size() == 1);
    CHECK(plan.due.front().person.text() == "P-0001");
    REQUIRE(plan.kept.size() == 1);
    CHECK(plan.kept.front().first == "never-placed");
    CHECK(apply_retention(database(), rules(), journal("privacy retention"), {day("2027-05-03")}).due.empty());
}

TEST_CASE_FIXTURE(Known, "messages to whoever is erased go from the outbox, and nobody else's") {
    const std::string store = lines("SELECT id FROM store_identity").front();
    const std::filesystem::path outbox = std::filesystem::path(spool()) / "outbox" / "mail";
    const documents::Maildir maildir(spool(), "outbox/mail");
    const auto add = [&](std::int64_t id, std::int64_t about) {
        change(fmt::format("INSERT INTO reminder (id, rule, about, event, person, version, region, told, due_at, last_at, state, "
                           "recorded_at) VALUES ({}, 'r', 'session', 1, {}, 1, 'kainuu', '', '', '', 'held', '')",
                           id, about));
        maildir.add("1." + peergroup::reminders::message_id(store, id) + ".peergroup", "to somebody");
    };
    add(1, 1);
    add(2, 2);
    maildir.add("1.somebody.elses", "text");
    const std::string first = "1." + peergroup::reminders::message_id(store, 1) + ".peergroup";
    std::filesystem::rename(outbox / "new" / first, outbox / "cur" / (first + ":2,S"));
    const auto erase_in = [&](bool rehearsed) {
        peergroup::stewardship::erase_person(database(), rules(), journal("privacy erase"),
                                             {.person = person(1),
                                              .question = {.today = day("2026-06-01"), .requested = true},
                                              .workspace = spool(),
                                              .rehearsed = rehearsed});
    };
    erase_in(true);
    CHECK(std::filesystem::exists(outbox / "cur" / (first + ":2,S")));
    erase_in(false);
    CHECK(std::filesystem::is_empty(outbox / "cur"));
    CHECK(std::filesystem::exists(outbox / "new" / ("1." + peergroup::reminders::message_id(store, 2) + ".peergroup")));
    CHECK(std::filesystem::exists(outbox / "new" / "1.somebody.elses"));
}

TEST_CASE_FIXTURE(Known, "a person's file holds what is theirs and says of others only how they belong to them") {
    auto known = file(1);
    CHECK(known.revealed.record.given_name == "Aino");
    CHECK(known.events.at("case_closed") == day("2026-08-31"));
    CHECK(known.facts.at("child-placed") == people::Attestation{day("2026-08-31"), "social-worker"});
    REQUIRE(known.memberships.size() == 1);
    CHECK(known.steps.size() == 2);
    REQUIRE(known.attendance.size() == 1);
    CHECK(known.attendance.front().mark == "P");
    CHECK_NOTHROW(peergroup::stewardship::require_portable(known, rules()));
    CHECK(known.revealed.record.hidden_municipality == "kajaani");
    peergroup::stewardship::hide_place(known);
    CHECK(known.revealed.record.hidden_municipality.empty());
    CHECK(known.revealed.record.phone.empty());
    CHECK(problem_of([&] { peergroup::stewardship::require_portable(file(2), rules()); }).code == "not-portable");
}

TEST_CASE_FIXTURE(Known, "what is restricted is kept and used by nobody without clearance") {
    people::restrict_person(database(), journal(), person(1), day("2026-06-01"));
    CHECK(problem_of([&] {
              people::state_event(database(), journal(), {person(1), "death", day("2026-06-01")});
          }).code == "person-restricted");
    CHECK(problem_of([&] { file(1); }).code == "person-restricted");
    create_with_seats(*this, "NOW", 3);
    CHECK(enrol(*this, "group,person\nNOW,P-0001\n").rows == Lines{"2 person-restricted P-0001"});
    CHECK(erase(1) == Keeping::hold);
    CHECK(problem_of([&] { people::restrict_person(database(), journal(), person(1), std::nullopt); }).code ==
          "person-restricted");
    actor.cleared = true;
    people::restrict_person(database(), journal(), person(1), std::nullopt);
    actor.cleared = false;
    CHECK_NOTHROW(file(1));
}

TEST_CASE_FIXTURE(Known, "whoever was erased stays erased in a store that is restored from an older copy") {
    const auto at = [](const char* instant) { return calendar::Instant::parse(instant).value(); };
    constexpr store::Patience second = std::chrono::seconds(1);
    const auto copy =
        peergroup::stewardship::back_up({path()}, journal("db backup"),
                                        {spool() + "/backups", spool() + "/keys", 7, at("2026-05-20T06:00:00Z")}, second)
            .written;
    erase(1);
    CHECK(peergroup::stewardship::restore({path()}, journal("db restore"), copy, at("2026-06-02T06:00:00Z"), second).erased == 1);
    store::Database restored = store::Database::open({path()}, store::OpenMode::use, second);
    store::Transaction transaction = restored.read();
    CHECK(transaction.prepare("SELECT count(*) FROM person_identity").one()->integer(0) == 1);
    CHECK(transaction.prepare("SELECT count(*) FROM keys.person_key WHERE person = 1").one()->integer(0) == 0);
}

TEST_CASE_FIXTURE(Known, "copies of the keys that are older than an erasure are told of until they are deleted") {
    const auto at = [](const char* instant) { return calendar::Instant::parse(instant).value(); };
    constexpr store::Patience second = std::chrono::seconds(1);
    const auto back_up = [&](const char* instant) {
        return peergroup::stewardship::back_up({path()}, journal("db backup"),
                                               {spool() + "/backups", spool() + "/keys", 7, at(instant)}, second);
    };
    const auto verdict = [&](const char* instant) {
        for (const auto& line : peergroup::stewardship::examine_health({.store = {path()},
                                .folder = spool(),
                                .zone = "Europe/Helsinki",
                                .backup_folder = spool() + "/backups",
                                .keys_folder = spool() + "/keys",
                                .key_copy_days = 7,
                                .now = at(instant),
                                .patience = second}))
            if (line.code == "erasures") return std::string(code_of(line.verdict)) + " " + line.detail;
        return std::string();
    };
    back_up("2026-05-30T06:00:00Z");
    CHECK(verdict("2026-06-01T06:00:00Z") == "ok ");
    erase(1);
    CHECK(verdict("2026-06-02T06:00:00Z") == "ok 1 / 2026-05-30T06:00:00Z");
    CHECK(verdict("2026-06-08T06:00:00Z") == "warning 1 / 2026-05-30T06:00:00Z");
    CHECK(back_up("2026-06-08T06:00:00Z").deleted.size() == 1);
    CHECK(verdict("2026-06-08T07:00:00Z") == "ok ");
}
