#include "sessions/transfer.hpp"
#include "unit/field/membership_rules.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// OLD has two members, P-0001 and P-0002, and P-0003 who waits; NEW has one seat.
class TwoGroups : public County {
public:
    TwoGroups() {
        add_adults(*this, 5);
        create_with_seats(*this, "OLD", 2);
        create_with_seats(*this, "NEW", 1);
        enrol(*this, "group,person\nOLD,P-1\nOLD,P-2\nOLD,P-3\n");
    }
    sessions_room::Transferred move(std::vector<std::int64_t> numbers, std::string_view on, std::string reason = "circumstances",
                                    std::string_view to = "NEW") {
        sessions_room::Transfer transfer{group_code("OLD"), group_code(to), {}, day(on), std::move(reason), day("2026-12-31")};
        for (const std::int64_t number : numbers)
            transfer.people.push_back(person(number));
        return sessions_room::transfer(database(), rules(), journal("transfer"), transfer);
    }
    std::string refusal(std::vector<std::int64_t> numbers, std::string_view on, std::string reason = "circumstances",
                        std::string_view to = "NEW") {
        const std::string before = content();
        const std::string code = problem_of([&] { move(std::move(numbers), on, std::move(reason), to); }).code;
        CHECK(content() == before);
        return code;
    }
};

} // namespace

TEST_CASE_FIXTURE(TwoGroups, "somebody goes from one group into another, and the seat goes to who waits") {
    const auto transferred = move({1}, "2026-02-11");
    CHECK(members(*this, "OLD")[0] == "P-0001/1 transferred 2026-01-28..2026-02-10 circumstances");
    CHECK(members(*this, "NEW") == Lines{"P-0001/1 enrolled 2026-02-11.."});
    REQUIRE(transferred.settled.offered.size() == 1);
    CHECK(transferred.settled.offered[0].person == 3);
    check_memberships(*this);
}

TEST_CASE_FIXTURE(TwoGroups, "nobody loses a seat before there is another") {
    CHECK(refusal({1, 2}, "2026-02-11") == "no-free-seat");
    CHECK(refusal({4}, "2026-02-11") == "not-a-member");
    CHECK(refusal({1}, "2026-02-11", "whim") == "unknown-leaving-reason");
    CHECK(refusal({1}, "2026-02-11", "", "OLD") == "same-group");
    CHECK(refusal({1}, "2027-02-11") == "leaves-in-future");
    CHECK(refusal({1}, "2026-01-27") == "leaves-before-coming");
    log(*this, "group,session,person,mark\nOLD,3,P-1,P\n");
    CHECK(refusal({1}, "2026-02-11") == "marked-after-leaving");
}

TEST_CASE_FIXTURE(TwoGroups, "whoever waited leaves the list, and one may go on the day of coming") {
    move({3}, "2026-02-11");
    CHECK(members(*this, "OLD")[2].starts_with("P-0003/1 withdrawn"));
    CHECK(members(*this, "NEW") == Lines{"P-0003/1 enrolled 2026-02-11.."});
    create_with_seats(*this, "THIRD", 1);
    move({1}, "2026-01-28", "", "THIRD");
    CHECK(members(*this, "OLD")[0] == "P-0001/1 transferred 2026-01-28..2026-01-28");
    CHECK(members(*this, "THIRD") == Lines{"P-0001/1 enrolled 2026-01-28.."});
    check_memberships(*this);
}

TEST_CASE_FIXTURE(County, "a child whose last adult leaves the group beside is told of, and stays") {
    import(*this, "reference,given_name,birth_date,family,relation\n1,Isä,1985-06-15,A,parent\n2,Äiti,1986-06-15,A,parent\n"
                  "3,Lapsi,2018-06-15,A,child\n4,Muu,1985-06-15,,\n");
    create(*this, pair_wish("PAIR"));
    enrol(*this, "group,person,family,relation\nPAIR,P-1,A,parent\nPAIR,P-2,A,parent\nPAIR,P-3,A,child\nPAIR,P-4,,\n");
    const auto leave = [&](std::int64_t number) {
        const auto withdrawn =
            sessions_room::withdraw(database(), rules(), journal("withdraw"),
                                    {{group_code("PAIR")}, {person(number)}, day("2026-02-11"), "own_choice", day("2026-02-11")});
        return withdrawn.alone.size();
    };
    CHECK(leave(4) == 0);
    CHECK(leave(1) == 0);
    CHECK(leave(2) == 1);
    CHECK(members(*this, "PAIR-C") == Lines{"P-0003/1 enrolled 2026-01-28.."});
}
