#include "unit/field/membership_rules.hpp"
#include "unit/field/session_rules.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// P-0001 and P-0002 are members of GROUP since 2026-01-28, P-0003 waits.
struct Members : County {
    Members() {
        add_adults(*this, 4);
        create_with_seats(*this, "GROUP", 2);
        enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\nGROUP,P-3\n");
    }
    std::string refusal(std::vector<std::int64_t> numbers, std::string_view last_day, std::string reason = "moved_away",
                        std::string_view code = "GROUP") {
        const std::string before = content();
        const peergroup::Problem problem =
            problem_of([&] { withdraw(*this, code, std::move(numbers), last_day, std::move(reason)); });
        CHECK(content() == before);
        return problem.code;
    }
};

} // namespace

TEST_CASE_FIXTURE(Members, "a member leaves with a reason, and the last day counts") {
    withdraw(*this, "GROUP", {1}, "2026-02-11");
    CHECK(members(*this, "GROUP")[0] == "P-0001/1 left 2026-01-28..2026-02-11 moved_away");
    CHECK(log(*this, "group,session,person,mark\nGROUP,3,P-1,P\n").rows == Lines{"2 logged 1"});
    CHECK(log(*this, "group,session,person,mark\nGROUP,4,P-1,P\n").rows == Lines{"2 not-a-member P-0001"});
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Members, "one may leave on the day of coming, not before") {
    CHECK(refusal({1}, "2026-01-27") == "leaves-before-coming");
    CHECK(refusal({3}, "2026-01-27") == "leaves-before-coming");
    withdraw(*this, "GROUP", {1, 3}, "2026-01-28");
    CHECK(members(*this, "GROUP")[0] == "P-0001/1 left 2026-01-28..2026-01-28 moved_away");
    CHECK(members(*this, "GROUP")[2] == "P-0003/1 withdrawn #1 since 2026-01-28 until 2026-01-28 moved_away");
}

TEST_CASE_FIXTURE(Members, "nobody leaves on a day to come, since the seat is free at once") {
    sessions_room::Withdrawal early{{group_code("GROUP")}, {person(1)}, day("2026-02-12"), "moved_away", day("2026-02-11")};
    const auto take = [&] { (void)sessions_room::withdraw(database(), rules(), journal("withdraw"), early); };
    CHECK(problem_of(take).code == "leaves-in-future");
    early.today = day("2026-02-12");
    take();
    CHECK(members(*this, "GROUP")[0].starts_with("P-0001/1 left"));
}

TEST_CASE_FIXTURE(Members, "nobody is marked at a meeting after the last day") {
    log(*this, "group,session,person,mark\nGROUP,1,P-1,P\nGROUP,3,P-1,N\nGROUP,3,P-2,P\n");
    CHECK(refusal({1}, "2026-02-10") == "marked-after-leaving");
    withdraw(*this, "GROUP", {1}, "2026-02-11");
    check_sessions(*this);
}

TEST_CASE_FIXTURE(Members, "all named leave or none") {
    CHECK(refusal({1, 4}, "2026-02-11") == "not-a-member");
    CHECK(refusal({1, 404}, "2026-02-11") == "person-not-found");
    CHECK(refusal({1, 1}, "2026-02-11") == "not-a-member");
    withdraw(*this, "GROUP", {1, 2}, "2026-02-11");
    CHECK(refusal({1}, "2026-02-12") == "not-a-member");
}

TEST_CASE_FIXTURE(Members, "a freed place stays free, and nobody who waits is passed over") {
    withdraw(*this, "GROUP", {1}, "2026-02-11");
    CHECK(members(*this, "GROUP")[2] == "P-0003/1 waitlisted #1 since 2026-01-28");
    CHECK(enrol(*this, "group,person\nGROUP,P-4\n", {.on = "2026-02-12"}).rows == Lines{"2 waitlisted 4"});
}

TEST_CASE_FIXTURE(Members, "reasons are known words, or none") {
    CHECK(refusal({1}, "2026-02-11", "moved_awya") == "unknown-leaving-reason");
    withdraw(*this, "GROUP", {1}, "2026-02-11", "");
    CHECK(members(*this, "GROUP")[0] == "P-0001/1 left 2026-01-28..2026-02-11");
    CHECK(refusal({2}, "2026-02-11", "moved_away", "GRUOP") == "group-not-found");
}

TEST_CASE_FIXTURE(Members, "the code of a pair means whichever side the person is in") {
    create(*this, pair_wish("PAIR"));
    enrol(*this, "group,family,relation,given_name,birth_date\nPAIR,A,parent,Aino,1985-01-01\nPAIR,A,child,Oona,2018-01-01\n");
    withdraw(*this, "PAIR", {6, 5}, "2026-02-11");
    CHECK(members(*this, "PAIR-P") == Lines{"P-0005/1 left 2026-01-28..2026-02-11 moved_away"});
    CHECK(members(*this, "PAIR-C") == Lines{"P-0006/1 left 2026-01-28..2026-02-11 moved_away"});
}

TEST_CASE_FIXTURE(Members, "a withdrawal is one batch and one entry of the journal, by codes") {
    withdraw(*this, "GROUP", {1, 3}, "2026-02-11");
    CHECK(lines("SELECT verb || ': ' || objects || ' ' || counts FROM journal ORDER BY id DESC LIMIT 1") ==
          Lines{"withdraw: GROUP P-0001 P-0003 left=2 offered=0 enrolled=0"});
    CHECK(number("SELECT count(*) FROM step WHERE batch = (SELECT max(id) FROM batch)") == 2);
}
