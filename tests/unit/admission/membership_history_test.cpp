#include "unit/field/leaving.hpp"
#include "unit/field/membership_rules.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// Memberships of every kind in two groups and a pair.
struct Lived : County {
    Lived() {
        add_adults(*this, 8);
        create_with_seats(*this, "GROUP", 2);
        create(*this, weekly_wish("OPEN"));
        create(*this, pair_wish("PAIR"));
        enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\nGROUP,P-3\nOPEN,P-1\nOPEN,P-4\nPAIR,P-5\n");
        leave(*this, "GROUP", 1, "2026-02-11");
        leave(*this, "GROUP", 3, "2026-02-11");
        leave(*this, "OPEN", 4, "2026-03-11", "completed");
        enrol(*this, "group,person\nGROUP,P-1\nOPEN,P-4\nGROUP,P-6\n", {.on = "2026-03-18", .again = true});
        enrol(*this, "group,family,relation,given_name,birth_date\nPAIR,A,child,Oona,2018-01-01\nPAIR,A,parent,Aino,1985-01-01\n",
              {.on = "2026-02-04"});
    }
};

} // namespace

TEST_CASE_FIXTURE(Lived, "what is stored is what its history gives") {
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Lived, "a step tells the batch, the day it counts from and the step before") {
    CHECK(lines("SELECT s.kind || ' ' || s.effective_on || coalesce(' ' || s.reason, '') || ' by ' || b.verb || coalesce(' after "
                "' || p.kind, '')"
                " FROM step s JOIN batch b ON b.id = s.batch LEFT JOIN step p ON p.change_seq = s.previous"
                " WHERE s.person = 1 AND s.peer_group = 1 ORDER BY s.change_seq") ==
          Lines{"enrolled 2026-01-28 by enrol", "left 2026-02-11 moved_away by withdraw after enrolled",
                "enrolled 2026-03-18 by enrol"});
}

TEST_CASE_FIXTURE(Lived, "a person's memberships are found by person as by group") {
    store::Transaction transaction = database().read();
    admission::MembershipRegister memberships(transaction);
    const auto of_first = memberships.of_person(1);
    REQUIRE(of_first.size() == 3);
    CHECK(of_first[0].episode == 1);
    CHECK(of_first[0].state == admission::MembershipState::left);
    CHECK(of_first[1].episode == 2);
    CHECK(of_first[2].group == 2);
    CHECK(memberships.of_person(404).empty());
}
