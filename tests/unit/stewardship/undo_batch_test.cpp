#include "reports/weekly.hpp"
#include "stewardship/batch_log.hpp"
#include "unit/field/referrals_in_county.hpp"
#include "unit/field/undo_in_county.hpp"
#include "unit/field/weeks_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using admission::OfferVerb;

namespace {

/// Two seats in GROUP, taken by P-0001 and P-0002; P-0003 waits. The batch of that is `first`.
class Enrolled : public County {
public:
    Enrolled() {
        add_adults(*this, 5);
        create_with_seats(*this, "GROUP", 2);
        before = current_state(*this);
        enrol(*this, "group,person\nGROUP,P-0001\nGROUP,P-0002\nGROUP,P-0003\n");
        first = newest_batch(*this);
    }
    void answer(OfferVerb verb, std::int64_t number, std::string_view on) {
        admission::answer_offers(
            database(), rules(), journal(verb == OfferVerb::accept ? "offer accept" : "offer decline"),
            {.verb = verb, .group = group_code("GROUP"), .people = {person(number)}, .on = day(on), .today = day(on)});
    }
    Lines before;
    std::int64_t first = 0;
};

} // namespace

TEST_CASE_FIXTURE(Enrolled, "an enrolment is taken back, and can be fed again") {
    const auto undone = undo(*this, first);
    CHECK(undone.obstacles.empty());
    CHECK(undone.steps == 3);
    CHECK(current_state(*this) == before);
    check_sound(*this);
    CHECK(enrol(*this, "group,person\nGROUP,P-0001\nGROUP,P-0002\nGROUP,P-0003\n").rows ==
          Lines{"2 enrolled 1", "3 enrolled 2", "4 waitlisted 3"});
    check_sound(*this);
    CHECK(problem_of([&] { undo(*this, first); }).code == "batch-undone");
    CHECK(lines("SELECT objects || ' ' || counts FROM journal WHERE verb = 'batch undo'") ==
          Lines{fmt::format("batch {} steps=3 offers=0 erased=0", first)});
}

TEST_CASE_FIXTURE(Enrolled, "what came later stands in the way, is listed, and nothing is changed") {
    withdraw(*this, "GROUP", {1}, "2026-02-11");
    log(*this, "group,session,person,mark\nGROUP,1,P-2,P\n");
    const std::string unchanged = content();
    CHECK(obstacles(*this, first) == Lines{"later-offer P-0003 GROUP", "marked P-0002 GROUP", "later-step P-0001 GROUP"});
    CHECK(current_state(*this).size() > before.size());
    CHECK(number("SELECT count(*) FROM undone_batch") == 0);
    CHECK(lines("SELECT chain || ' ' || counts FROM journal WHERE verb = 'batch undo'") == Lines{"reads obstacles=3"});
}

TEST_CASE_FIXTURE(Enrolled, "a withdrawal is taken back with the offer that it made, then the enrolment before it") {
    const Lines enrolled = current_state(*this);
    withdraw(*this, "GROUP", {1}, "2026-02-11");
    const std::int64_t withdrawal = newest_batch(*this);
    CHECK(number("SELECT count(*) FROM offer WHERE answer IS NULL") == 1);
    const auto undone = undo(*this, withdrawal, "2026-02-12");
    CHECK(undone.steps == 1);
    CHECK(undone.offers == 1);
    CHECK(current_state(*this) == enrolled);
    check_sound(*this);
    withdraw(*this, "GROUP", {2}, "2026-02-13");
    undo(*this, newest_batch(*this), "2026-02-14");
    CHECK(current_state(*this) == enrolled);
    check_sound(*this);
}

TEST_CASE_FIXTURE(Enrolled, "an accepted offer is open again, and so is a declined one") {
    withdraw(*this, "GROUP", {1}, "2026-02-11");
    const Lines offered = current_state(*this);
    for (const OfferVerb verb : {OfferVerb::accept, OfferVerb::decline}) {
        answer(verb, 3, "2026-03-02");
        CHECK(current_state(*this) != offered);
        CHECK(obstacles(*this, newest_batch(*this), "2026-03-02").empty());
        CHECK(current_state(*this) == offered);
        check_sound(*this);
    }
}

TEST_CASE_FIXTURE(Enrolled, "whoever left does not come back to a seat that others have") {
    withdraw(*this, "GROUP", {1}, "2026-02-11");
    const std::int64_t withdrawal = newest_batch(*this);
    answer(OfferVerb::accept, 3, "2026-03-02");
    const Lines seated = current_state(*this);
    CHECK(obstacles(*this, withdrawal) == Lines{"later-offer P-0003 GROUP", "seat-taken P-0001 GROUP"});
    CHECK(current_state(*this) == seated);
}

TEST_CASE_FIXTURE(Enrolled, "people whom a batch created are erased with it, unless they are elsewhere since") {
    enrol(*this, "group,given_name,birth_date\nGROUP,Uusi,1990-01-01\nGROUP,Toinen,1991-01-01\n");
    const std::int64_t batch = newest_batch(*this);
    create_with_seats(*this, "OTHER", 2);
    enrol(*this, "group,person\nOTHER,P-0006\n");
    CHECK(obstacles(*this, batch) == Lines{"still-a-member P-0006"});
    undo(*this, newest_batch(*this));
    const auto undone = undo(*this, batch);
    CHECK(undone.erased == std::vector{person(6), person(7)});
    CHECK(number("SELECT count(*) FROM person_identity WHERE person >= 6") == 0);
    check_sound(*this);
}

TEST_CASE_FIXTURE(Enrolled, "only what brings people in and out can be taken back, and only what is open to the actor") {
    log(*this, "group,session,person,mark\nGROUP,1,P-2,P\n");
    CHECK(problem_of([&] { undo(*this, newest_batch(*this)); }).code == "batch-not-undoable");
    CHECK(problem_of([&] { undo(*this, 999); }).code == "batch-not-found");
    actor.regions = {"helsinki"};
    CHECK(problem_of([&] { undo(*this, first); }).code == "not-permitted.region");
    store::Transaction transaction = database().read();
    CHECK(peergroup::stewardship::BatchLog(transaction).newest(10, actor).empty());
}

TEST_CASE_FIXTURE(Enrolled, "a rehearsal counts, and keeps nothing but its own record") {
    const Lines enrolled = current_state(*this);
    CHECK(undo(*this, first, "2026-03-01", true).steps == 3);
    CHECK(current_state(*this) == enrolled);
    CHECK(lines("SELECT chain FROM journal WHERE verb = 'batch undo'") == Lines{"reads"});
}

TEST_CASE_FIXTURE(Enrolled, "a report as of then stays as it was") {
    withdraw(*this, "GROUP", {2}, "2026-01-30");
    const std::int64_t withdrawal = newest_batch(*this);
    now = "2026-02-02T09:00:00Z";
    undo(*this, withdrawal);
    CHECK(week(*this, about("2026-W05", "2026-02-01T09:00:00Z")) ==
          Lines{"GROUP: enrolled 1, waitlisted 1, new 2, left 1, seats 2, filled 1, moved_away 1"});
    CHECK(week(*this, "2026-W05") == Lines{"GROUP: enrolled 2, waitlisted 1, new 2, seats 2, filled 2"});
    now = "2026-02-03T09:00:00Z";
    undo(*this, first);
    CHECK(week(*this, about("2026-W05", "2026-02-02T10:00:00Z")) ==
          Lines{"GROUP: enrolled 2, waitlisted 1, new 2, seats 2, filled 2"});
    CHECK(week(*this, "2026-W05") == Lines{"GROUP: seats 2"});
    enrol(*this, "group,person\nGROUP,P-0001\n");
    CHECK(week(*this, about("2026-W05", "2026-02-02T10:00:00Z")) ==
          Lines{"GROUP: enrolled 2, waitlisted 1, new 2, seats 2, filled 2"});
}

namespace {

/// P-0001 and P-0002 are adults, and GROUP is of a type that asks for nothing; ways lead there nonetheless.
struct OnTheWay : County {
    OnTheWay() {
        add_adults(*this, 2);
        create_with_seats(*this, "GROUP", 2);
    }
    void check_ways() {
        check_sound(*this);
        CHECK(referral_contradictions(*this) == 0);
    }
    std::int64_t newest() { return newest_batch(*this); }
};

} // namespace

TEST_CASE_FIXTURE(OnTheWay, "referrals and interviews are taken back with what was written about them, and can be fed again") {
    const std::string referral = "group,person,referred_by,priority\nGROUP,P-1,social_worker,4\nGROUP,P-2,social_worker,\n";
    const std::string interviewed = "group,person,decision,decided_by,note\nGROUP,P-1,suitable,sw,what she told\n";
    refer(*this, referral);
    const Lines referred = ways(*this);
    const std::int64_t first = newest();
    CHECK(interview(*this, interviewed).rows == Lines{"2 decided 1"});
    const std::int64_t second = newest();
    CHECK(number("SELECT count(*) FROM referral_note") == 1);
    CHECK(obstacles(*this, first) == Lines{"later-step P-0001 GROUP"});
    CHECK(undo(*this, second).steps == 1);
    CHECK(number("SELECT count(*) FROM referral_note") == 0);
    CHECK(ways(*this) == referred);
    CHECK(number("SELECT priority FROM referral WHERE person = 1") == 4);
    check_ways();
    interview(*this, interviewed);
    CHECK(undo(*this, newest()).obstacles.empty());
    CHECK(undo(*this, first).steps == 2);
    CHECK(ways(*this).empty());
    check_ways();
    CHECK(refer(*this, referral).rows == Lines{"2 referred 1", "3 referred 2"});
    CHECK(ways(*this) == referred);
    check_ways();
}

TEST_CASE_FIXTURE(OnTheWay, "another referral is taken back with the priority that it gave") {
    refer(*this, "group,person,referred_by,priority\nGROUP,P-1,social_worker,4\n");
    refer(*this, "group,person,referred_by,priority\nGROUP,P-1,social_worker,7\n");
    CHECK(number("SELECT priority FROM referral") == 7);
    undo(*this, newest());
    CHECK(number("SELECT priority FROM referral") == 4);
    check_ways();
}

TEST_CASE_FIXTURE(OnTheWay, "whoever no longer wanted to come is on the way again when that is taken back") {
    refer(*this, "group,person,referred_by\nGROUP,P-1,social_worker\n");
    const Lines referred = ways(*this);
    withdraw(*this, "GROUP", {1}, "2026-02-11");
    CHECK(ways(*this) != referred);
    CHECK(undo(*this, newest()).steps == 1);
    CHECK(ways(*this) == referred);
    check_ways();
}

TEST_CASE_FIXTURE(OnTheWay, "an enrolment is taken back with the steps that its rows told, and a way that led to a place stays") {
    const Told told = enrol(*this, "group,person,referred_by,referred_on\nGROUP,P-1,social_worker,2025-12-15\n");
    REQUIRE(told.rows.front() == "2 enrolled 1");
    const std::int64_t enrolment = newest();
    CHECK(ways(*this).size() == 1);
    CHECK(undo(*this, enrolment).obstacles.empty());
    CHECK(ways(*this).empty());
    check_ways();
    refer(*this, "group,person,referred_by\nGROUP,P-2,social_worker\n");
    const std::int64_t referral = newest();
    enrol(*this, "group,person\nGROUP,P-2\n");
    change("UPDATE member SET referral = (SELECT id FROM referral WHERE person = 2) WHERE person = 2");
    CHECK(obstacles(*this, referral) == Lines{"later-membership P-0002 GROUP"});
}
