#include "print.hpp"
#include "sessions/finish_group.hpp"

#include <doctest/doctest.h>

using namespace peergroup;
using sessions::completes;
using sessions::FinishedMember;

namespace {

/// Seven of ten, as the organisation's policy is shipped.
catalogue::Policy seven_of_ten() {
    catalogue::Policy policy;
    policy.completion_min = 7;
    policy.completion_of = 10;
    return policy;
}

std::optional<bool> judged(std::int64_t attended, std::int64_t held, const catalogue::Policy& policy = seven_of_ten(),
                           const std::string& rule = "attendance") {
    catalogue::GroupType type;
    type.completion = rule;
    FinishedMember member{groups::GroupCode::parse("GROUP").value(), {}};
    member.attended = attended;
    member.held = held;
    return completes(type, policy, member);
}

} // namespace

TEST_CASE("seven of ten complete, six do not") {
    CHECK(judged(10, 10) == true);
    CHECK(judged(7, 10) == true);
    CHECK(judged(6, 10) == false);
    CHECK(judged(0, 10) == false);
}

TEST_CASE("the share is rounded up where fewer or more were held") {
    CHECK(judged(7, 9) == true); // 6.3
    CHECK(judged(6, 9) == false);
    CHECK(judged(6, 8) == true); // 5.6
    CHECK(judged(5, 8) == false);
    CHECK(judged(3, 4) == true); // 2.8
    CHECK(judged(2, 4) == false);
    CHECK(judged(1, 1) == true);
    CHECK(judged(14, 20) == true);
    CHECK(judged(13, 20) == false);
    CHECK(judged(8, 11) == true); // 7.7
    CHECK(judged(7, 11) == false);
}

TEST_CASE("where nothing was held nobody completes") {
    CHECK(judged(0, 0) == false);
}

TEST_CASE("without a rule of the type or numbers of the policy nothing is said") {
    CHECK_FALSE(judged(10, 10, seven_of_ten(), ""));
    CHECK_FALSE(judged(10, 10, seven_of_ten(), "every_session_and_practice"));
    CHECK_FALSE(judged(10, 10, {}));
    catalogue::Policy half;
    half.completion_min = 7;
    CHECK_FALSE(judged(10, 10, half));
}
