#include "admission/staffing.hpp"
#include "stewardship/backup.hpp"
#include "stewardship/facilitator_rights.hpp"
#include "stewardship/person_file.hpp"
#include "stewardship/restore.hpp"
#include "unit/field/facilitators_in_county.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace field;
using peergroup::stewardship::Keeping;

namespace {

/// F-0001 guided NGO, a group of an association; F-0002 guides nobody; F-0003 guided CLIENT.
class Guided : public County {
public:
    Guided() {
        ground = "access-request";
        create(*this, weekly_wish("NGO"));
        import_facilitators(*this, "given_name,phone\nOili,+358401111111\nVeera,\nEija,\n");
        staff("NGO", 1);
    }

    void staff(std::string_view code, std::int64_t number) {
        admission::add_staff(database(), rules(), journal("group staff add"),
                             {group_code(code), facilitator(number), "volunteer", day("2026-01-20")});
    }
    peergroup::stewardship::FacilitatorDecision erase(std::int64_t number, std::string_view today, bool requested = true,
                                                      bool rehearsed = false) {
        return peergroup::stewardship::erase_facilitator(
            database(), rules(), journal("privacy erase"),
            {.facilitator = facilitator(number), .today = day(today), .requested = requested, .rehearsed = rehearsed});
    }
    peergroup::stewardship::FacilitatorFile file(std::int64_t number) {
        store::Transaction transaction = database().write();
        const vault::Journal entry = journal("privacy export");
        auto read = peergroup::stewardship::read_facilitator_file(transaction, entry, facilitator(number));
        transaction.commit();
        return read;
    }
};

} // namespace

TEST_CASE_FIXTURE(Guided, "a facilitator's own file holds names, roles and the groups that were guided, and is journalled") {
    const auto read = file(1);
    CHECK(read.record.phone == "+358401111111");
    REQUIRE(read.guided.size() == 1);
    CHECK(read.guided[0].group == "NGO");
    CHECK(number("SELECT count(*) FROM journal WHERE verb = 'privacy export' AND objects LIKE '%F-0001%'") == 1);
}

TEST_CASE_FIXTURE(Guided, "whoever guides a group still is not erased, and whoever guided one of an association is on request") {
    CHECK(erase(1, "2026-02-01").bases[0].why == "guides-still");
    finish(*this, "NGO", "2026-06-10");
    const auto rehearsed = erase(1, "2026-07-01", true, true);
    CHECK(rehearsed.keeping() == Keeping::erase);
    CHECK(rehearsed.bases[0].why == "own-request");
    CHECK(file(1).record.given_name == "Oili");
    erase(1, "2026-07-01");
    CHECK(problem_of([&] { file(1); }).code == "facilitator-not-found");
    CHECK(number("SELECT count(*) FROM group_staff WHERE facilitator = 1") == 1); // figures stay
    CHECK(number("SELECT count(*) FROM facilitator WHERE id = 1 AND record IS NULL AND erased_on = '2026-07-01'") == 1);
    CHECK(number("SELECT count(*) FROM facilitator_role WHERE facilitator = 1") == 0);
}

TEST_CASE_FIXTURE(Guided, "the time of keeping of an association's facilitators runs from the end of the group") {
    finish(*this, "NGO", "2026-06-10");
    const auto running = erase(1, "2027-06-10", false);
    CHECK(running.keeping() == Keeping::retain);
    CHECK(running.bases[0].until == day("2027-06-10"));
    CHECK(running.bases[0].rule == "facilitator-ngo");
    CHECK(erase(1, "2027-06-11", false).keeping() == Keeping::erase);
}

TEST_CASE_FIXTURE(Guided, "what nobody states is held: those of client registers, and those who guided nobody") {
    groups::GroupWish client = wish_of("voikukkia", "kainuu");
    client.code = "CLIENT";
    client.meetings = {.start = day("2026-01-28"), .interval_days = 7};
    create(*this, client);
    staff("CLIENT", 3);
    finish(*this, "CLIENT", "2026-06-10");
    CHECK(erase(3, "2040-01-01").bases[0].why == "rule-unknown");
    CHECK(erase(3, "2040-01-01").keeping() == Keeping::hold);
    CHECK(erase(2, "2040-01-01", false).bases[0].why == "never-guided");
    CHECK(erase(2, "2040-01-01", false).keeping() == Keeping::hold);
    CHECK(erase(2, "2040-01-01").keeping() == Keeping::erase);
}

TEST_CASE_FIXTURE(Guided, "retention goes through facilitators, erases who is due and counts who is kept") {
    finish(*this, "NGO", "2026-06-10");
    const auto plan =
        peergroup::stewardship::apply_to_facilitators(database(), rules(), journal("privacy retention"), {day("2027-06-11")});
    REQUIRE(plan.due.size() == 1);
    CHECK(plan.due[0].facilitator == facilitator(1));
    CHECK(plan.kept == std::vector<std::pair<std::string, std::int64_t>>{{"never-guided", 2}});
    CHECK(number("SELECT count(*) FROM facilitator WHERE erased_on IS NOT NULL") == 1);
    CHECK(number("SELECT count(*) FROM facilitator WHERE record IS NULL") == 1);
}

TEST_CASE_FIXTURE(Guided, "which facilitator somebody is stands in the own file, and goes when the facilitator is erased") {
    add_adults(*this, 1);
    link_facilitator(*this, 2, 1);
    const auto own = [&] {
        store::Transaction transaction = database().write();
        const vault::Journal entry = journal("privacy export");
        return peergroup::stewardship::read_person_file(transaction, entry, person(1)).facilitators;
    };
    CHECK(own() == std::vector<std::string>{"F-0002"});
    erase(2, "2026-07-01");
    CHECK(own().empty());
}

TEST_CASE_FIXTURE(Guided, "whoever was erased stays erased in a store that is restored from an older copy") {
    const auto at = [](const char* instant) { return peergroup::calendar::Instant::parse(instant).value(); };
    constexpr store::Patience second = std::chrono::seconds(1);
    const auto back_up = [&](const char* instant) {
        return peergroup::stewardship::back_up({path()}, journal("db backup"),
                                               {spool() + "/backups", spool() + "/keys", 7, at(instant)}, second)
            .written;
    };
    add_adults(*this, 1);
    link_facilitator(*this, 2, 1);
    const store::StorePair before = back_up("2026-06-01T06:00:00Z");
    erase(2, "2026-06-02");
    const store::StorePair after = back_up("2026-06-03T06:00:00Z");
    const auto restore = [&](const store::StorePair& copy, const char* instant) {
        return peergroup::stewardship::restore({path()}, journal("db restore"), copy, at(instant), second).erased;
    };
    const auto linked_or_known = [&] {
        store::Database restored = store::Database::open({path()}, store::OpenMode::use, second);
        store::Transaction transaction = restored.read();
        return transaction
            .prepare("SELECT (SELECT count(*) FROM facilitator_link) + (SELECT count(*) FROM keys.facilitator_key WHERE "
                     "facilitator = 2) + (SELECT count(*) FROM facilitator WHERE id = 2 AND record IS NOT NULL)")
            .one()
            ->integer(0);
    };
    SUBCASE("the store that it replaces says who") {
        CHECK(restore(before, "2026-06-04T06:00:00Z") == 1);
        CHECK(linked_or_known() == 0);
    }
    SUBCASE("the store that it replaces is lost, and the newer copy of the keys says who") {
        std::filesystem::resize_file(path(), 100);
        std::filesystem::remove(store::pair_at(path()).keys);
        CHECK(restore({before.store, after.keys}, "2026-06-04T06:00:00Z") == 1);
        CHECK(linked_or_known() == 0);
    }
}

TEST_CASE_FIXTURE(Guided, "a record does not open without the own key, and with the key of another either") {
    change("UPDATE keys.facilitator_key SET wrapped = (SELECT wrapped FROM keys.facilitator_key WHERE facilitator = 2) "
           "WHERE facilitator = 1");
    CHECK(problem_of([&] { file(1); }).code == "sealed-value-damaged");
    change("UPDATE facilitator SET record = (SELECT record FROM facilitator WHERE id = 3) WHERE id = 2");
    CHECK(problem_of([&] { file(2); }).code == "sealed-value-damaged");
    change("DELETE FROM keys.facilitator_key WHERE facilitator = 3");
    CHECK(problem_of([&] { file(3); }).code == "no-person-key");
}
