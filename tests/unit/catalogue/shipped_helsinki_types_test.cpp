#include "shipped.hpp"

using peergroup::catalogue::EntryStep;
using peergroup::catalogue::GroupType;
using peergroup::catalogue::ReferralPath;
using peergroup::catalogue::Register;

namespace {

const Codes helsinki_types = {"hki-children", "hki-youth", "hki-parents", "hki-family"};

GroupType helsinki_type(const std::string& id) {
    return shipped_catalogue().type(id);
}

} // namespace

TEST_CASE("HKI-02 every group of Helsinki is for clients of child welfare or family social work") {
    for (const std::string& id : helsinki_types)
        CHECK(helsinki_type(id).eligibility == Codes{"child-welfare-client", "family-social-work-client"});
}

TEST_CASE("HKI-03 professionals of the city guide them") {
    for (const std::string& id : helsinki_types) {
        const GroupType type = helsinki_type(id);
        CHECK(type.facilitation == "professional");
        REQUIRE(type.facilitators.size() == 1);
        CHECK(type.facilitators[0].role == "professional");
        CHECK(type.facilitators[0].qualification.empty());
        CHECK(type.provider.sv == "Helsingfors stad");
    }
}

TEST_CASE("HKI-04 the way in is the own social worker alone") {
    for (const std::string& id : helsinki_types) {
        CHECK((helsinki_type(id).referral == std::vector{ReferralPath::social_worker}));
        CHECK((helsinki_type(id).steps == std::vector{EntryStep::referral}));
    }
}

TEST_CASE("HKI-05 they run in Helsinki only") {
    for (const std::string& id : helsinki_types)
        CHECK(helsinki_type(id).regions == Codes{"helsinki"});
}

TEST_CASE("HKI-07 HKI-08 safety is a value, the same life situation what members share") {
    for (const std::string& id : helsinki_types) {
        CHECK(helsinki_type(id).values == Codes{"accepted_heard_and_seen", "sharing_difficult_and_positive_things"});
        CHECK(helsinki_type(id).matching == "same_life_situation");
    }
}

TEST_CASE("HKI-09 HKI-10 benefits are reported by members and individual") {
    for (const std::string& id : helsinki_types) {
        CHECK(helsinki_type(id).individual_benefits);
        CHECK(helsinki_type(id).outcomes == Codes{"hope", "joy", "confidence_in_own_affairs", "clearer_view_of_own_difficulties",
                                                  "learning_from_others", "ways_for_everyday_life_and_relationships",
                                                  "meaning_and_resources_from_helping_others"});
    }
}

TEST_CASE("HKI-06 HKI-11 what the texts on Helsinki do not state is unset") {
    for (const std::string& id : helsinki_types) {
        const GroupType type = helsinki_type(id);
        CHECK_FALSE(type.usual_size.has_value());
        CHECK_FALSE(type.openness.has_value());
        CHECK(type.capacity == std::nullopt);
        CHECK(type.age_min == std::nullopt);
        CHECK(type.age_max == std::nullopt);
        CHECK(type.sessions == std::nullopt);
        CHECK(type.interval_days == std::nullopt);
        CHECK(type.duration_minutes == std::nullopt);
        CHECK(type.free_of_charge == std::nullopt);
        CHECK(type.confidential == std::nullopt);
        CHECK(type.interview == std::nullopt);
        CHECK(type.handbook == std::nullopt);
        CHECK(type.venue_kinds.empty());
        CHECK(type.languages.empty());
        CHECK(type.evidence.empty());
        CHECK(type.completion.empty());
        CHECK_FALSE(type.paired());
    }
}

TEST_CASE("HKI-01 children work through play, young people through activity, parents by discussion") {
    CHECK(helsinki_type("hki-children").audience == Codes{"children"});
    CHECK(helsinki_type("hki-children").methods == Codes{"play"});
    CHECK(helsinki_type("hki-youth").audience == Codes{"young_people"});
    CHECK(helsinki_type("hki-youth").methods == Codes{"activity"});
    CHECK(helsinki_type("hki-parents").audience == Codes{"parents"});
    CHECK(helsinki_type("hki-parents").methods == Codes{"discussion"});
    CHECK(helsinki_type("hki-family").audience == Codes{"families"});
    CHECK(helsinki_type("hki-family").methods == Codes{});
}

TEST_CASE("each kind of group in Helsinki has the goals that are stated for it") {
    const Codes young = {"peer_support", "social_skills", "functional_capacity", "identifying_emotions", "independent_action"};
    CHECK(helsinki_type("hki-children").goals == young);
    CHECK(helsinki_type("hki-youth").goals == young);
    CHECK(helsinki_type("hki-parents").goals == Codes{"parenting", "parent_child_interaction", "resources", "peer_support"});
    CHECK(helsinki_type("hki-family").goals == Codes{"peer_support", "parent_child_interaction", "smooth_everyday_life"});
}

TEST_CASE("groups in Helsinki keep a client register of services to families") {
    for (const std::string& id : helsinki_types) {
        CHECK((helsinki_type(id).register_kind == Register::client));
        CHECK(helsinki_type(id).service_task == "families_with_children");
    }
}
