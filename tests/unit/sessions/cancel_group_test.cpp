#include "unit/field/membership_rules.hpp"
#include "unit/field/session_rules.hpp"
#include "unit/field/sessions_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// VOI has held three of its ten meetings; P-0001 attended them all, P-0002 waits.
struct Begun : County {
    Begun() {
        add_adults(*this, 2);
        groups::GroupWish wish = wish_of("voikukkia", "kainuu");
        wish.code = "VOI";
        wish.capacity = 1;
        wish.meetings = {.start = day("2026-01-28"), .interval_days = 7};
        create(*this, wish);
        enrol(*this, "group,person\nVOI,P-1\nVOI,P-2\n");
        log(*this, "group,session,person,mark\nVOI,1,P-1,P\nVOI,2,P-1,P\nVOI,3,P-1,P\n");
    }
};

} // namespace

TEST_CASE_FIXTURE(Begun, "a cancelled group lets nobody stay and nobody complete") {
    const auto ended = cancel_group(*this, "VOI", "2026-02-12");
    CHECK(ended.completed.empty());
    CHECK(ended.exceptions.size() == 1);
    CHECK(ended.waiting == 1);
    CHECK(members(*this, "VOI") == Lines{"P-0001/1 left 2026-01-28..2026-02-12 group_cancelled",
                                         "P-0002/1 withdrawn #1 since 2026-01-28 until 2026-02-12 group_cancelled"});
    CHECK(group(*this, "VOI").state == groups::GroupState::cancelled);
    CHECK(group(*this, "VOI").ended_on == day("2026-02-12"));
    check_memberships(*this);
}

TEST_CASE_FIXTURE(Begun, "its meetings that remained are cancelled, those that were held stay") {
    cancel_group(*this, "VOI", "2026-02-12");
    const auto all = sessions(*this, "VOI");
    CHECK(all[2].state == groups::SessionState::held);
    for (std::size_t index = 3; index < all.size(); ++index) {
        CHECK(all[index].state == groups::SessionState::cancelled);
        CHECK(all[index].reason == "group_cancelled");
    }
    check_sessions(*this);
}

TEST_CASE_FIXTURE(Begun, "the history keeps why a group was cancelled") {
    cancel_group(*this, "VOI", "2026-02-12");
    CHECK(lines("SELECT kind || ' ' || effective_on || ' ' || state || ' ' || reason FROM group_change ORDER BY change_seq DESC "
                "LIMIT 1") == Lines{"cancelled 2026-02-12 cancelled too_few_participants"});
}

TEST_CASE_FIXTURE(Begun, "what was held is not cancelled after the fact") {
    CHECK(problem_of([&] { cancel_group(*this, "VOI", "2026-02-10"); }).code == "held-after-end");
    cancel_group(*this, "VOI", "2026-02-11");
    CHECK(problem_of([&] { cancel_group(*this, "VOI", "2026-02-12"); }).code == "group-ended");
}
