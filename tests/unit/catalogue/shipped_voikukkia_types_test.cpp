#include "shipped.hpp"

using peergroup::catalogue::EntryStep;
using peergroup::catalogue::GroupType;
using peergroup::catalogue::Register;
using peergroup::catalogue::Variant;

namespace {

GroupType voikukkia() {
    return shipped_catalogue().type("voikukkia");
}
GroupType training() {
    return shipped_catalogue().type("voikukkia-training");
}

} // namespace

TEST_CASE("VOI-01 VOI-02 parents of children in care or placed, to strengthen parenthood in the crisis") {
    CHECK(voikukkia().audience == Codes{"parents"});
    CHECK(voikukkia().eligibility == Codes{"child-taken-into-care", "child-placed"});
    CHECK(voikukkia().goals == Codes{"parenthood", "support_in_crisis_of_placement"});
}

TEST_CASE("VOI-03 the group is structured and based on peers") {
    CHECK(voikukkia().methods == Codes{"structured_group", "peer_group"});
}

TEST_CASE("VOI-04 VOI-05 one trained professional and one trained peer guide, a social worker only usually") {
    CHECK(voikukkia().facilitation == "professional_and_peer");
    const auto roles = voikukkia().facilitators;
    REQUIRE(roles.size() == 3);
    CHECK(roles[0].role == "professional");
    CHECK(roles[0].qualification == "voikukkia-professional");
    CHECK(roles[0].count == 1);
    CHECK(roles[0].required);
    CHECK(roles[1].role == "peer");
    CHECK(roles[1].qualification == "voikukkia-peer");
    CHECK(roles[1].count == 1);
    CHECK(roles[1].required);
    CHECK(roles[2].role == "social_worker");
    CHECK(roles[2].qualification.empty());
    CHECK_FALSE(roles[2].required);
}

TEST_CASE("VOI-06 the facilitators interview and decide suitability") {
    CHECK(voikukkia().interview == true);
    CHECK((voikukkia().steps == std::vector{EntryStep::interview, EntryStep::suitability}));
    CHECK(voikukkia().suitability_decided_by == "facilitators");
    CHECK(voikukkia().referral.empty());
}

TEST_CASE("VOI-07 VOI-08 ten meetings by the handbook, with the themes that parents raise") {
    CHECK(voikukkia().sessions == 10);
    CHECK(voikukkia().raised_themes == true);
    CHECK(voikukkia().themes.empty());
}

TEST_CASE("VOI-09 those who completed may become peer facilitators and experts by experience") {
    CHECK(voikukkia().leads_to == Codes{"peer_facilitator", "expert_by_experience"});
    CHECK(voikukkia().completion == "attendance");
}

TEST_CASE("VOI-12 VOI-13 VOI-14 no region, no evidence, one handbook") {
    CHECK(voikukkia().regions.empty());
    CHECK(voikukkia().evidence == "none");
    CHECK(voikukkia().handbook == "Kivinen, Hägglund & Söderholm (2012), VOIKUKKIA-vertaistukiryhmän perustaminen, 19–48");
}

TEST_CASE("what S3 does not state of VOIKUKKIA is unset, the interval included") {
    const GroupType type = voikukkia();
    CHECK(type.interval_days == std::nullopt);
    CHECK_FALSE(type.usual_size.has_value());
    CHECK_FALSE(type.openness.has_value());
    CHECK(type.capacity == std::nullopt);
    CHECK(type.age_min == std::nullopt);
    CHECK(type.duration_minutes == std::nullopt);
    CHECK(type.free_of_charge == std::nullopt);
    CHECK(type.confidential == std::nullopt);
    CHECK(type.languages.empty());
    CHECK(type.variants.empty());
}

TEST_CASE("who arranges VOIKUKKIA is open, so that the stricter regime holds") {
    CHECK((voikukkia().register_kind == Register::client));
    CHECK(voikukkia().service_task == "child_welfare");
}

TEST_CASE("TRV-01 VOI-09 VOI-10 the training has a track for professionals and one for those who completed VOIKUKKIA") {
    const GroupType type = training();
    REQUIRE(type.variants.size() == 2);
    const Variant* professional = type.variant("professional");
    REQUIRE(professional != nullptr);
    CHECK(professional->eligibility == Codes{"social-or-health-professional-with-families"});
    CHECK(professional->requires_completed.empty());
    CHECK(professional->completes == "voikukkia-professional");
    const Variant* peer = type.variant("peer");
    REQUIRE(peer != nullptr);
    CHECK(peer->requires_completed == "voikukkia");
    CHECK(peer->completes == "voikukkia-peer");
    CHECK(type.variant("visitor") == nullptr);
}

TEST_CASE("the tracks earn the qualifications that the groups ask for") {
    const GroupType type = training();
    for (const auto& role : voikukkia().facilitators) {
        if (!role.required) continue;
        const Variant* track = type.variant(role.role);
        REQUIRE(track != nullptr);
        CHECK(track->completes == role.qualification);
    }
}

TEST_CASE("TRV-02 VOI-11 Kasper arranges the training together with Sininauhaliitto") {
    CHECK(training().provider.fi == "Suomen Kasper ry ja Sininauhaliitto");
}

TEST_CASE("what S3 does not state of the training is unset") {
    const GroupType type = training();
    CHECK(type.sessions == std::nullopt);
    CHECK(type.interval_days == std::nullopt);
    CHECK(type.duration_minutes == std::nullopt);
    CHECK(type.free_of_charge == std::nullopt);
    CHECK(type.completion.empty());
    CHECK_FALSE(type.openness.has_value());
}
