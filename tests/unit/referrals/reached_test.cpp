#include "print.hpp"
#include "referrals/reached.hpp"
#include "unit/calendar/days.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace peergroup::referrals;
using peergroup::catalogue::EntryStep;
using peergroup::catalogue::ReferralPath;
using Codes = std::vector<std::string>;

namespace {

const std::vector<EntryStep> all_steps = {EntryStep::referral, EntryStep::interview, EntryStep::suitability};

Codes missing(const Reached& reached, const std::vector<EntryStep>& steps = all_steps) {
    return missing_steps(steps, reached);
}

} // namespace

TEST_CASE("where a type asks for no step nothing is missing, whatever was decided elsewhere") {
    CHECK(missing({}, {}).empty());
    CHECK(missing({.decision = ReferralState::not_suitable}, {}).empty());
}

TEST_CASE("every step that was not made is told, in the order of the way") {
    CHECK(missing({}) == Codes{"no-referral", "no-interview", "no-suitability"});
    CHECK(missing({.referred = true}) == Codes{"no-interview", "no-suitability"});
    CHECK(missing({.referred = true, .interviewed = true}) == Codes{"no-suitability"});
    CHECK(missing({.referred = true, .interviewed = true, .decision = ReferralState::suitable}).empty());
    CHECK(missing({}, {EntryStep::interview}) == Codes{"no-interview"});
    CHECK(missing({}, {EntryStep::suitability}) == Codes{"no-suitability"});
}

TEST_CASE("a decision against somebody counts even where the type asks for none") {
    CHECK(missing({.referred = true, .decision = ReferralState::not_suitable}, {EntryStep::referral}) == Codes{"not-suitable"});
    CHECK(missing({.referred = true, .decision = ReferralState::deferred}, {EntryStep::referral}) == Codes{"deferred"});
    CHECK(missing({.referred = true, .interviewed = true, .decision = ReferralState::deferred}) == Codes{"deferred"});
}

TEST_CASE("a referral counts by the paths that the type names") {
    const std::vector<ReferralPath> paths = {ReferralPath::contact_person, ReferralPath::family_centre};
    Referral way{.path = "family_centre"};
    CHECK(reached_on(way, paths).referred);
    way.path = "coordinator";
    CHECK_FALSE(reached_on(way, paths).referred);
    way.path = "";
    CHECK_FALSE(reached_on(way, paths).referred);
}

TEST_CASE("an interview that is only agreed is none, and one that was held stays held when another is agreed") {
    Referral way{.state = ReferralState::interview_scheduled, .scheduled_on = day("2026-02-01")};
    CHECK_FALSE(reached_on(way, {}).interviewed);
    way.interviewed_on = day("2026-01-20");
    CHECK(reached_on(way, {}).interviewed);
    CHECK(reached_on(way, {}).decision == std::nullopt);
}
