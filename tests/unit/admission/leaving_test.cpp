#include "unit/field/leaving.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

struct OneSeat : County {
    OneSeat() {
        add_adults(*this, 3);
        create_with_seats(*this, "GROUP", 1);
        enrol(*this, "group,person\nGROUP,P-0001\nGROUP,P-0002\n");
    }
};

} // namespace

TEST_CASE_FIXTURE(OneSeat, "a member leaves or completes, whoever waits withdraws") {
    leave(*this, "GROUP", 1, "2026-03-04", "completed");
    leave(*this, "GROUP", 2, "2026-03-05");
    CHECK(members(*this, "GROUP") == Lines{"P-0001/1 completed 2026-01-28..2026-03-04 moved_away",
                                           "P-0002/1 withdrawn #1 since 2026-01-28 until 2026-03-05 moved_away"});
    CHECK(lines("SELECT kind || ' ' || effective_on FROM step ORDER BY change_seq DESC LIMIT 2") ==
          Lines{"withdrawn 2026-03-05", "completed 2026-03-04"});
}

TEST_CASE_FIXTURE(OneSeat, "a freed place stays free while somebody waits") {
    leave(*this, "GROUP", 1, "2026-03-04");
    CHECK(enrol(*this, "group,person\nGROUP,P-0003\n").rows == Lines{"2 waitlisted 3"});
}

TEST_CASE_FIXTURE(OneSeat, "who withdraws from the waiting list moves nobody into the group") {
    leave(*this, "GROUP", 2, "2026-02-04");
    CHECK(members(*this, "GROUP")[0] == "P-0001/1 enrolled 2026-01-28..");
    store::Transaction transaction = database().read();
    admission::MembershipRegister memberships(transaction);
    CHECK(memberships.taken(1).enrolled == 1);
    CHECK(memberships.taken(1).waitlisted == 0);
    CHECK(memberships.active_state(1, 1) == admission::MembershipState::enrolled);
    CHECK_FALSE(memberships.active_state(1, 2));
}

TEST_CASE("the words of states are read as they are written") {
    using admission::MembershipState;
    for (const MembershipState state : {MembershipState::enrolled, MembershipState::waitlisted, MembershipState::left,
                                        MembershipState::completed, MembershipState::withdrawn})
        CHECK(admission::membership_state(admission::code_of(state)) == state);
    CHECK_THROWS_AS(admission::membership_state("promoted"), std::logic_error);
}

TEST_CASE("a membership holds on its first and on its last day") {
    const admission::Membership ended{.from_on = day("2026-01-28"), .to_on = day("2026-02-18")};
    CHECK_FALSE(ended.holds_on(day("2026-01-27")));
    CHECK(ended.holds_on(day("2026-01-28")));
    CHECK(ended.holds_on(day("2026-02-18")));
    CHECK_FALSE(ended.holds_on(day("2026-02-19")));
    const admission::Membership waiting{.waiting_on = day("2026-01-28")};
    CHECK_FALSE(waiting.holds_on(day("2026-01-28")));
    CHECK(waiting.first_day() == day("2026-01-28"));
}
