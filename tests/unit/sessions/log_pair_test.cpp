#include "unit/field/session_rules.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// PAIR has an adult, P-0001, and her child, P-0002.
struct Pair : County {
    Pair() {
        create(*this, pair_wish("PAIR"));
        enrol(*this,
              "group,family,relation,given_name,birth_date\nPAIR,A,parent,Aino,1985-01-01\nPAIR,A,child,Oona,2018-01-01\n");
    }
    groups::Session first(std::string_view side) { return sessions(*this, side).at(0); }
};

const std::string header = "group,session,person,mark\n";

} // namespace

TEST_CASE_FIXTURE(Pair, "the pair's code leads each to the meeting of the own side") {
    CHECK(log(*this, header + "PAIR,1,P-0001,P\nPAIR,1,P-0002,X\n").rows == Lines{"2 logged 1", "3 logged 2"});
    CHECK(first("PAIR-P").attended == 1);
    CHECK(first("PAIR-P").absent_notified == 0);
    CHECK(first("PAIR-C").attended == 0);
    CHECK(first("PAIR-C").absent_notified == 1);
    check_sessions(*this);
}

TEST_CASE_FIXTURE(Pair, "a side's code means that side alone") {
    CHECK(log(*this, header + "PAIR-P,1,P-0001,P\n").rows == Lines{"2 logged 1"});
    CHECK(first("PAIR-C").state == groups::SessionState::planned);
    CHECK(log(*this, header + "PAIR-C,1,P-0001,P\n").rows == Lines{"2 not-a-member P-0001"});
}

TEST_CASE_FIXTURE(Pair, "a theme of the pair is one of both sides") { // KAI-10: the children follow the parents' goals
    log(*this, "group,session,theme\nPAIR,1,Kiintymys\n");
    CHECK(themes_of(*this, first("PAIR-P")).theme == "Kiintymys");
    CHECK(themes_of(*this, first("PAIR-C")).theme == "Kiintymys");
    CHECK(first("PAIR-P").state == groups::SessionState::held);
    CHECK(first("PAIR-C").state == groups::SessionState::held);
}

TEST_CASE_FIXTURE(Pair, "the side that meets can be logged while the other's meeting is cancelled") {
    cancel_meeting(*this, {.code = group_code("PAIR-C"), .session = "1", .this_side_only = true},
                   {"facilitator_absent", catalogue::AfterCancelled::merge});
    CHECK(log(*this, header + "PAIR,1,P-0001,P\n").rows == Lines{"2 logged 1"});
    CHECK(first("PAIR-C").state == groups::SessionState::cancelled);
    CHECK(log(*this, header + "PAIR,1,P-0002,P\n").ending == batches::Ending::refused);
}

TEST_CASE_FIXTURE(Pair, "people outside the pair are in neither side") {
    add_adults(*this, 1);
    CHECK(log(*this, header + "PAIR,1,P-0003,P\n").rows == Lines{"2 not-a-member P-0003"});
}
