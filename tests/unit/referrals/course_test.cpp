#include "print.hpp"
#include "referrals/referral_course.hpp"
#include "unit/calendar/days.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace peergroup::referrals;
using enum ReferralState;

namespace {

constexpr const char* today = "2026-01-20";

/// `referred 2026-01-20, suitable 2026-01-20`, `-` for no step, or the code of the refusal.
std::string shown(const Course& course) {
    if (const auto* const refusal = std::get_if<std::string>(&course)) return *refusal;
    std::string text;
    for (const NewStep& step : std::get<std::vector<NewStep>>(course))
        text += (text.empty() ? "" : ", ") + std::string(code_of(step.kind)) + " " + step.on.iso();
    return text.empty() ? "-" : text;
}

std::string course(const Referral* way, const ToldSteps& told) {
    return shown(course_of(way, told, day(today)));
}

Referral way_in(ReferralState state) {
    Referral way{.id = 1, .person = 1, .group = 7, .type = "voikukkia", .region = "kainuu", .state = state};
    way.path = "coordinator";
    way.referred_on = day("2026-01-10");
    if (state == placed) {
        way.state = suitable;
        way.used = true;
    }
    return way;
}

} // namespace

TEST_CASE("a way begins with whatever is told first") {
    CHECK(course(nullptr, {.path = "coordinator"}) == "referred 2026-01-20");
    CHECK(course(nullptr, {.path = "coordinator", .referred_on = day("2026-01-10")}) == "referred 2026-01-10");
    CHECK(course(nullptr, {.scheduled_on = day("2026-02-01")}) == "interview_scheduled 2026-02-01");
    CHECK(course(nullptr, {.interviewed_on = day("2026-01-15")}) == "interviewed 2026-01-15");
    CHECK(course(nullptr, {.decision = suitable}) == "suitable 2026-01-20");
}

TEST_CASE("one row can tell the whole way") {
    CHECK(course(nullptr, {.path = "coordinator",
                           .referred_on = day("2026-01-10"),
                           .interviewed_on = day("2026-01-15"),
                           .decision = deferred,
                           .decided_on = day("2026-01-16")}) ==
          "referred 2026-01-10, interviewed 2026-01-15, deferred 2026-01-16");
}

TEST_CASE("what is known already is not written again") {
    Referral way = way_in(referred);
    CHECK(course(&way, {.path = "coordinator"}) == "-");
    CHECK(course(&way, {.path = "coordinator", .referred_on = day("2026-01-10")}) == "-");
    way = after(way, {interviewed, day("2026-01-15")}, {});
    CHECK(course(&way, {.path = "coordinator", .interviewed_on = day("2026-01-15")}) == "-");
    way = after(way, {suitable, day("2026-01-16")}, {.decided_by = "F-0003"});
    CHECK(course(&way,
                 {.path = "coordinator", .interviewed_on = day("2026-01-15"), .decision = suitable, .decided_by = "F-0003"}) ==
          "-");
}

TEST_CASE("words of people are written down with the last step, known or not") {
    Referral way = way_in(interviewed);
    way.interviewed_on = day("2026-01-15");
    CHECK(course(&way, {.interviewed_on = day("2026-01-15"), .has_text = true}) == "interviewed 2026-01-15");
    way = after(way, {suitable, day("2026-01-16")}, {.decided_by = "F-0003"});
    CHECK(course(&way, {.decision = suitable, .decided_by = "F-0003", .has_text = true}) == "suitable 2026-01-20");
}

TEST_CASE("a decision tells of an interview where the type asks for one and none was held") {
    Referral way = way_in(referred);
    const ToldSteps told{.decision = suitable, .decided_on = day("2026-01-18"), .interview_implied = true};
    CHECK(course(&way, told) == "interviewed 2026-01-18, suitable 2026-01-18");
    way.interviewed_on = day("2026-01-15");
    CHECK(course(&way, told) == "suitable 2026-01-18");
}

TEST_CASE("a step that the way is beyond is refused by where it stands") {
    const ToldSteps other{.path = "social_worker"};
    const ToldSteps agreed{.scheduled_on = day("2026-02-01")};
    const ToldSteps held{.interviewed_on = day("2026-01-19")};
    const ToldSteps decided{.decision = deferred};
    const auto at = [](ReferralState state, const ToldSteps& told) {
        const Referral way = way_in(state);
        return course(&way, told);
    };
    CHECK(at(referred, other) == "referred 2026-01-20");
    CHECK(at(interview_scheduled, other) == "referral-is.interview-scheduled");
    CHECK(at(interviewed, other) == "referral-is.interviewed");
    CHECK(at(interviewed, agreed) == "referral-is.interviewed");
    CHECK(at(interviewed, held) == "interviewed 2026-01-19"); // another day was meant, or there was another talk
    CHECK(at(suitable, agreed) == "referral-is.suitable");
    CHECK(at(suitable, held) == "referral-is.suitable");
    CHECK(at(suitable, decided) == "deferred 2026-01-20");
    CHECK(at(not_suitable, agreed) == "referral-is.not-suitable");
    CHECK(at(not_suitable, decided) == "deferred 2026-01-20");
    CHECK(at(deferred, other) == "referral-is.deferred");
    CHECK(at(deferred, agreed) == "interview_scheduled 2026-02-01");
    CHECK(at(deferred, held) == "interviewed 2026-01-19");
    CHECK(at(placed, held) == "referral-is.placed");
    CHECK(at(placed, decided) == "referral-is.placed");
    CHECK(at(withdrawn, held) == "referral-is.withdrawn");
    CHECK(at(withdrawn, decided) == "referral-is.withdrawn");
}

TEST_CASE("a way towards a type leads into its groups of the region, one towards a group leads to both sides of a pair") {
    const Destination group{.group = 7, .other_side = 8, .type = "voikukkia", .region = "kainuu"};
    const Destination type{.type = "voikukkia", .region = "kainuu"};
    Referral way = way_in(referred);
    CHECK(way.leads_to(group));
    CHECK_FALSE(way.leads_to(type));
    way.group = 8;
    CHECK(way.leads_to(group));
    way.group = 9;
    CHECK_FALSE(way.leads_to(group));
    way.group = 0;
    CHECK(way.leads_to(group));
    CHECK(way.is_towards(type));
    CHECK_FALSE(way.is_towards(group));
    CHECK_FALSE(way.leads_to({.group = 7, .type = "voikukkia", .region = "helsinki"}));
}

TEST_CASE("steps go on with the open way, and a new one begins where that is said") {
    const Destination group{.group = 7, .type = "voikukkia", .region = "kainuu"};
    std::vector<Referral> ways = {way_in(withdrawn)};
    const auto in_hand = [&](const ToldSteps& told) {
        const Referral* const way = way_in_hand(ways, group, told);
        return way == nullptr ? std::int64_t{0} : way->id;
    };
    CHECK(in_hand({.path = "coordinator"}) == 1); // a file fed again
    CHECK(in_hand({.path = "coordinator", .again = true}) == 0);
    CHECK(in_hand({.path = "coordinator", .referred_on = day("2026-01-10")}) == 1);
    CHECK(in_hand({.path = "coordinator", .referred_on = day("2026-01-12")}) == 0);
    CHECK(in_hand({.decision = suitable}) == 1); // and is refused there
    ways.push_back(way_in(referred));
    ways.back().id = 2;
    ways.back().referred_on = day("2026-01-12");
    CHECK(in_hand({.decision = suitable}) == 2);
    CHECK(in_hand({.path = "coordinator", .referred_on = day("2026-01-10")}) == 1);
    CHECK(in_hand({.path = "coordinator"}) == 2);
}
