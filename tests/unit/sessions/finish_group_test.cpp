#include "unit/field/membership_rules.hpp"
#include "unit/field/session_rules.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// VOI is a VOIKUKKIA group of ten meetings from 2026-01-28 to 2026-04-01 with four members and one who waits.
struct TenMeetings : County {
    TenMeetings() {
        add_adults(*this, 5);
        groups::GroupWish wish = wish_of("voikukkia", "kainuu");
        wish.code = "VOI";
        wish.capacity = 4;
        wish.meetings = {.start = day("2026-01-28"), .interval_days = 7};
        create(*this, wish);
        enrol(*this, "group,person\nVOI,P-1\nVOI,P-2\nVOI,P-3\nVOI,P-4\nVOI,P-5\n");
    }
    /// Marks a member at the meetings 1, 2, 3, …; a blank leaves a meeting unmarked.
    void mark(int number, std::string_view marks) {
        std::string rows = "group,session,person,mark\n";
        for (std::size_t index = 0; index < marks.size(); ++index)
            if (marks[index] != ' ') rows += fmt::format("VOI,{},P-{},{}\n", index + 1, number, marks[index]);
        CHECK(log(*this, rows).ending == batches::Ending::applied);
    }
    static Lines told(const std::vector<sessions_room::FinishedMember>& finished) {
        Lines lines;
        for (const sessions_room::FinishedMember& member : finished)
            lines.push_back(fmt::format("P-{:04} {} of {}", member.membership.person, member.attended, member.held));
        return lines;
    }
    std::string refusal(std::string_view last_day, bool cancel_remaining = true) {
        const std::string before = content();
        const peergroup::Problem problem = problem_of([&] { finish(*this, "VOI", last_day, cancel_remaining); });
        CHECK(content() == before);
        return problem.code;
    }
};

} // namespace

TEST_CASE_FIXTURE(TenMeetings, "members complete by their share of the meetings, the others are listed as exceptions") {
    mark(1, "PLERPPPXNN");
    mark(2, "PPPPPPXXXX");
    mark(3, "PPPPPP");
    mark(4, "          ");
    const auto finished = finish(*this, "VOI", "2026-04-01");
    CHECK(told(finished.completed) == Lines{"P-0001 7 of 10"});
    CHECK(told(finished.exceptions) == Lines{"P-0002 6 of 10", "P-0003 6 of 10", "P-0004 0 of 10"});
    CHECK(finished.waiting == 1);
    CHECK(members(*this, "VOI") ==
          Lines{"P-0001/1 completed 2026-01-28..2026-04-01 group_finished", "P-0002/1 left 2026-01-28..2026-04-01 group_finished",
                "P-0003/1 left 2026-01-28..2026-04-01 group_finished", "P-0004/1 left 2026-01-28..2026-04-01 group_finished",
                "P-0005/1 withdrawn #1 since 2026-01-28 until 2026-04-01 group_finished"});
    const groups::Group ended = group(*this, "VOI");
    CHECK(ended.state == groups::GroupState::finished);
    CHECK(ended.intake == groups::Intake::closed);
    CHECK(ended.ended_on == day("2026-04-01"));
    check_memberships(*this);
    check_sessions(*this);
}

TEST_CASE_FIXTURE(TenMeetings, "a meeting from which the service kept a member away is not held against her") {
    mark(1, "PPPPPSSSXX"); // five of seven
    mark(2, "PPPPSSSSXX"); // four of six
    const auto finished = finish(*this, "VOI", "2026-04-01");
    CHECK(told(finished.completed) == Lines{"P-0001 5 of 7"});
    CHECK(told(finished.exceptions)[0] == "P-0002 4 of 6");
}

TEST_CASE_FIXTURE(TenMeetings, "only meetings count that were held while one was a member") {
    withdraw(*this, "VOI", {4}, "2026-02-10");
    cancel_meeting(*this, {group_code("VOI"), "10"}, {"weather", catalogue::AfterCancelled::merge});
    mark(1, "PPPPPPPPP");
    withdraw(*this, "VOI", {5}, "2026-02-10");
    add_adults(*this, 1);
    enrol(*this, "group,person\nVOI,P-6\n", {.on = "2026-02-18"}); // from the fourth meeting on
    mark(6, "   PPPPNN");                                          // four of six
    const auto finished = finish(*this, "VOI", "2026-04-01");
    CHECK(told(finished.completed) == Lines{"P-0001 9 of 9"});
    CHECK(told(finished.exceptions) == Lines{"P-0002 0 of 9", "P-0003 0 of 9", "P-0006 4 of 6"});
}

TEST_CASE_FIXTURE(TenMeetings, "corrections count when the group is finished") {
    mark(1, "PPPPPPPXXX");
    mark(1, "X");
    CHECK(told(finish(*this, "VOI", "2026-04-01").exceptions)[0] == "P-0001 6 of 10");
}

TEST_CASE_FIXTURE(TenMeetings, "meetings that remain are cancelled only when that is confirmed") {
    mark(1, "PP");
    const peergroup::Problem problem = problem_of([&] { finish(*this, "VOI", "2026-02-04", false); });
    CHECK(problem.code == "sessions-remain");
    CHECK(problem.kind == peergroup::ProblemKind::needs_confirmation);
    finish(*this, "VOI", "2026-02-04", true);
    CHECK(sessions(*this, "VOI")[1].state == groups::SessionState::held);
    CHECK(sessions(*this, "VOI")[2].state == groups::SessionState::cancelled);
    CHECK(sessions(*this, "VOI")[2].reason == "group_finished");
}

TEST_CASE_FIXTURE(TenMeetings, "a group does not end before what has happened in it, nor in the future") {
    mark(1, "PP");
    CHECK(refusal("2026-02-03") == "held-after-end");
    withdraw(*this, "VOI", {5}, "2026-02-04");
    withdraw(*this, "VOI", {4}, "2026-02-04");
    enrol(*this, "group,person,on\nVOI,P-4,2026-03-01\n");
    CHECK(refusal("2026-02-28") == "members-after-end");
    CHECK(refusal("2028-01-01") == "ends-in-future");
    finish(*this, "VOI", "2026-03-01");
}

TEST_CASE_FIXTURE(TenMeetings, "a group is finished once") {
    finish(*this, "VOI", "2026-04-01");
    CHECK(refusal("2026-04-02") == "group-ended");
    CHECK(problem_of([&] { finish(*this, "VIO", "2026-04-02"); }).code == "group-not-found");
    CHECK(enrol(*this, "group,person\nVOI,P-5\n", {.on = "2026-04-08", .again = true}).rows == Lines{"2 group-ended P-0005"});
}

TEST_CASE_FIXTURE(TenMeetings,
                  "nothing is logged or corrected of a group that has ended: its members were judged by what stood then") {
    mark(1, "PPPPPPPPPP");
    finish(*this, "VOI", "2026-04-01");
    const std::string before = content();
    CHECK(log(*this, "group,session,person,mark\nVOI,1,P-1,N\nVOI,2,P-2,P\n").rows ==
          Lines{"2 group-ended VOI", "3 group-ended VOI"});
    CHECK(log(*this, "group,session,theme\nVOI,1,Arki\n").rows == Lines{"2 group-ended VOI"});
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(County, "without a rule for completing, who stays to the end has not completed") {
    add_adults(*this, 1);
    create(*this, weekly_wish("GROUP"));
    enrol(*this, "group,person\nGROUP,P-1\n");
    log(*this, "group,session,person,mark\nGROUP,1,P-1,P\n");
    const auto finished = finish(*this, "GROUP", "2026-03-18");
    CHECK(finished.completed.empty());
    REQUIRE(finished.exceptions.size() == 1);
    CHECK(members(*this, "GROUP") == Lines{"P-0001/1 left 2026-01-28..2026-03-18 group_finished"});
}

TEST_CASE_FIXTURE(County, "the code of a pair finishes both sides") {
    create(*this, pair_wish("PAIR"));
    enrol(*this, "group,family,relation,given_name,birth_date\nPAIR,A,parent,Aino,1985-01-01\nPAIR,A,child,Oona,2018-01-01\n");
    const auto finished = finish(*this, "PAIR", "2026-04-08");
    CHECK(finished.groups.size() == 2);
    CHECK(finished.exceptions.size() == 2);
    CHECK(group(*this, "PAIR-C").state == groups::GroupState::finished);
}
