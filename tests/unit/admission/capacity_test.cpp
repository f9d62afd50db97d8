#include "unit/field/admission_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

struct TwoOfThree : County {
    TwoOfThree() {
        add_adults(*this, 4);
        create_with_seats(*this, "GROUP", 3);
        enrol(*this, "group,person\nGROUP,P-0001\nGROUP,P-0002\n");
    }
    std::vector<groups::Group> limit(std::string_view code, std::optional<int> capacity) {
        return admission::change_capacity(database(), rules(), journal("group edit"),
                                          {group_code(code), capacity, day("2026-02-01")})
            .groups;
    }
};

} // namespace

TEST_CASE_FIXTURE(TwoOfThree, "a capacity may shrink to those who are there and no further") {
    CHECK(limit("GROUP", 2).at(0).capacity == 2);
    CHECK(enrol(*this, "group,person\nGROUP,P-0003\n").rows == Lines{"2 waitlisted 3"});
    const std::string before = content();
    const peergroup::Problem problem = problem_of([&] { limit("GROUP", 1); });
    CHECK(problem.code == "below-enrolled");
    CHECK(problem.kind == peergroup::ProblemKind::refused);
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(TwoOfThree, "those who wait take no seat") {
    limit("GROUP", 2);
    enrol(*this, "group,person\nGROUP,P-0003\nGROUP,P-0004\n");
    CHECK(limit("GROUP", 2).at(0).capacity == 2);
}

TEST_CASE_FIXTURE(TwoOfThree, "a limit may be taken away") {
    limit("GROUP", {});
    CHECK_FALSE(group(*this, "GROUP").capacity);
    CHECK(enrol(*this, "group,person\nGROUP,P-0003\nGROUP,P-0004\n").rows == Lines{"2 enrolled 3", "3 enrolled 4"});
}

TEST_CASE_FIXTURE(TwoOfThree, "a pair's code limits both sides") {
    create(*this, pair_wish("PAIR"));
    CHECK(limit("PAIR", 8).size() == 2);
    CHECK(group(*this, "PAIR-P").capacity == 8);
    CHECK(group(*this, "PAIR-C").capacity == 8);
    limit("PAIR-C", 4);
    CHECK(group(*this, "PAIR-P").capacity == 8);
    CHECK(group(*this, "PAIR-C").capacity == 4);
}

TEST_CASE_FIXTURE(TwoOfThree, "unknown and ended groups have no capacity to change") {
    CHECK(problem_of([&] { limit("GRUOP", 8); }).code == "group-not-found");
    end_group(*this, "GROUP", "2026-02-01");
    CHECK(problem_of([&] { limit("GROUP", 8); }).code == "group-ended");
}

TEST_CASE_FIXTURE(TwoOfThree, "the history keeps every capacity that was") {
    limit("GROUP", 5);
    limit("GROUP", {});
    CHECK(lines("SELECT kind || ' ' || coalesce(capacity, 'none') FROM group_change ORDER BY change_seq") ==
          Lines{"created 3", "capacity 5", "capacity none"});
}
