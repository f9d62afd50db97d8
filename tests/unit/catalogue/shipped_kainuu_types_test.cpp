#include "shipped.hpp"

using peergroup::catalogue::EntryStep;
using peergroup::catalogue::GroupType;
using peergroup::catalogue::Openness;
using peergroup::catalogue::ReferralPath;
using peergroup::catalogue::Register;

namespace {

GroupType perhekoulu() {
    return shipped_catalogue().type("kainuu-perhekoulu");
}
GroupType closed_group() {
    return shipped_catalogue().type("kainuu-closed");
}

} // namespace

TEST_CASE("KAI-02 KAI-03 Perhekoulu is for children, parents and those close to them who need support for interaction") {
    CHECK(perhekoulu().audience == Codes{"children", "parents", "close_persons"});
    CHECK(perhekoulu().eligibility == Codes{"family-needs-interaction-support"});
}

TEST_CASE("KAI-04 KAI-10 children's and parents' groups meet at the same time, the children's following the parents' goals") {
    const GroupType type = perhekoulu();
    REQUIRE(type.paired());
    CHECK(type.sides[0].id == "parents");
    CHECK(type.sides[0].suffix == "P");
    CHECK_FALSE(type.sides[0].children);
    CHECK(type.sides[0].follows.empty());
    CHECK(type.sides[1].id == "children");
    CHECK(type.sides[1].suffix == "C");
    CHECK(type.sides[1].children);
    CHECK(type.sides[1].follows == "parents");
}

TEST_CASE("KAI-05 Perhekoulu meets ten times, once a week") {
    CHECK(perhekoulu().sessions == 10);
    CHECK(perhekoulu().interval_days == 7);
}

TEST_CASE("KAI-06 KAI-07 Perhekoulu is free, and enrolment goes through contact persons or the family centre") {
    CHECK(perhekoulu().free_of_charge == true);
    CHECK((perhekoulu().referral == std::vector{ReferralPath::contact_person, ReferralPath::family_centre}));
    CHECK((perhekoulu().steps == std::vector{EntryStep::referral}));
}

TEST_CASE("KAI-08 KAI-09 Perhekoulu gives peer support and information towards positive interaction") {
    CHECK(perhekoulu().contents == Codes{"peer_support", "information"});
    CHECK(perhekoulu().goals ==
          Codes{"awareness_of_own_child_rearing", "means_to_change_child_rearing", "positive_parent_child_interaction"});
}

TEST_CASE("KAI-01 KAI-11 KAI-14 KAI-15 Perhekoulu is an activity of the family centres of Kainuu, in Finnish, and may vary") {
    CHECK(perhekoulu().regions == Codes{"kainuu"});
    CHECK(perhekoulu().venue_kinds == Codes{"family_centre", "family_station"});
    CHECK(perhekoulu().languages == Codes{"fi"});
    CHECK(perhekoulu().varies_by_municipality);
    CHECK(perhekoulu().provider.fi == "Kainuun hyvinvointialue");
}

TEST_CASE("what S2 does not state of Perhekoulu is unset, the usual size included") {
    const GroupType type = perhekoulu();
    CHECK_FALSE(type.usual_size.has_value());
    CHECK_FALSE(type.openness.has_value());
    CHECK(type.facilitation.empty());
    CHECK(type.facilitators.empty());
    CHECK(type.capacity == std::nullopt);
    CHECK(type.age_min == std::nullopt);
    CHECK(type.age_max == std::nullopt);
    CHECK(type.duration_minutes == std::nullopt);
    CHECK(type.interview == std::nullopt);
    CHECK(type.confidential == std::nullopt);
    CHECK(type.handbook == std::nullopt);
    CHECK(type.completion.empty());
    CHECK_FALSE(type.counts_visitors);
}

TEST_CASE("KAC-01 the closed group is for a child who needs special support and the family") {
    CHECK(closed_group().audience == Codes{"children_needing_special_support", "families"});
    CHECK(closed_group().eligibility == Codes{"child-needs-special-support"});
}

TEST_CASE("KAC-02 experiences are shared under guidance for new perspectives") {
    CHECK(closed_group().facilitation == "guided");
    CHECK(closed_group().methods == Codes{"sharing_experiences", "targeted_goal_oriented_work"});
    CHECK(closed_group().goals == Codes{"new_perspectives"});
}

TEST_CASE("KAC-03 usually 4 to 15 are selected, which is no limit") {
    REQUIRE(closed_group().usual_size.has_value());
    CHECK(closed_group().usual_size->min == 4);
    CHECK(closed_group().usual_size->max == 15);
    CHECK(closed_group().capacity == std::nullopt);
    CHECK((closed_group().referral == std::vector{ReferralPath::selection}));
    CHECK((closed_group().steps == std::vector{EntryStep::suitability}));
}

TEST_CASE("KAC-04 KAC-05 KAC-06 it is closed, confidential, free, in Finnish and in Kainuu") {
    CHECK((closed_group().openness == Openness::closed));
    CHECK(closed_group().confidential == true);
    CHECK(closed_group().free_of_charge == true);
    CHECK(closed_group().languages == Codes{"fi"});
    CHECK(closed_group().regions == Codes{"kainuu"});
}

TEST_CASE("what S2 does not state of the closed group is unset") {
    const GroupType type = closed_group();
    CHECK(type.sessions == std::nullopt);
    CHECK(type.interval_days == std::nullopt);
    CHECK(type.duration_minutes == std::nullopt);
    CHECK(type.facilitators.empty());
    CHECK(type.themes.empty());
    CHECK(type.interview == std::nullopt);
    CHECK_FALSE(type.paired());
}

TEST_CASE("both kinds of group in Kainuu keep a client register") {
    CHECK((perhekoulu().register_kind == Register::client));
    CHECK((closed_group().register_kind == Register::client));
}
