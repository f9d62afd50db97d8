#include "shipped.hpp"

using peergroup::catalogue::GroupType;
using peergroup::catalogue::Openness;
using peergroup::catalogue::ReferralPath;
using peergroup::catalogue::Register;

namespace {

GroupType peer_group() {
    return shipped_catalogue().type("mll-peer");
}
GroupType jututtamo() {
    return shipped_catalogue().type("mll-jututtamo");
}
GroupType training() {
    return shipped_catalogue().type("jututtamo-training");
}

} // namespace

TEST_CASE("MLL-01 MLL-03 the groups support ordinary parenthood, and candour is a value, not open membership") {
    CHECK(peer_group().goals == Codes{"ordinary_everyday_parenthood"});
    CHECK(peer_group().values == Codes{"parents_own_needs", "self_direction", "exchange_of_experiences", "equality", "respect",
                                       "belief_in_own_parenthood", "learning_together", "candour"});
    CHECK_FALSE(peer_group().openness.has_value());
}

TEST_CASE("MLL-02 nobody needs to lead a peer group") {
    CHECK(peer_group().facilitation == "none");
    CHECK(peer_group().facilitators.empty());
}

TEST_CASE("MLL-04 MLL-05 parents in a similar situation discuss and do things together") {
    CHECK(peer_group().audience == Codes{"parents"});
    CHECK(peer_group().methods == Codes{"discussion", "doing_together"});
    CHECK(peer_group().matching == "same_life_situation");
    CHECK(peer_group().eligibility.empty());
}

TEST_CASE("MLL-06 MLL-07 seven things are possible, and coordinators tell more") {
    CHECK(peer_group().outcomes == Codes{"meeting_parents", "exchange_of_opinions_experiences_and_feelings",
                                         "new_thoughts_on_childhood_adulthood_and_parenthood",
                                         "new_solutions_to_everyday_situations", "practical_help_given_and_received",
                                         "acting_together_and_belonging", "wider_influence"});
    CHECK((peer_group().referral == std::vector{ReferralPath::coordinator}));
    CHECK(peer_group().steps.empty());
}

TEST_CASE("what S4 does not state of the peer groups is unset") {
    const GroupType type = peer_group();
    CHECK(type.sessions == std::nullopt);
    CHECK(type.interval_days == std::nullopt);
    CHECK_FALSE(type.usual_size.has_value());
    CHECK(type.free_of_charge == std::nullopt);
    CHECK(type.interview == std::nullopt);
    CHECK(type.confidential == std::nullopt);
    CHECK(type.duration_minutes == std::nullopt);
    CHECK(type.variants.empty());
    CHECK(type.completion.empty());
}

TEST_CASE("JUT-01 JUT-04 JUT-05 a Jututtamo discusses by outlines, the child's viewpoint first") {
    CHECK(jututtamo().methods == Codes{"discussion"});
    CHECK(jututtamo().contents == Codes{"questions_of_child_young_person_and_parenthood"});
    CHECK(jututtamo().handbook == "Jututtamo: keskustelurunkoja eri teemoihin");
    CHECK(jututtamo().values == Codes{"viewpoint_of_child_and_young_person_first", "candour", "equality", "mutual_respect"});
}

TEST_CASE("JUT-02 JUT-03 it takes four shapes, in a family cafe, a daycare centre or a school") {
    const GroupType type = jututtamo();
    CHECK(type.venue_kinds == Codes{"family_cafe", "daycare", "school"});
    REQUIRE(type.variants.size() == 4);
    CHECK(type.variants[0].id == "cafe");
    CHECK(type.variants[0].venue_kinds == Codes{"family_cafe"});
    CHECK(type.variants[0].sessions == std::nullopt);
    CHECK(type.variants[1].id == "one-off");
    CHECK(type.variants[1].sessions == 1);
    CHECK(type.variants[2].id == "series");
    CHECK(type.variants[2].sessions == std::nullopt);
    CHECK(type.variants[2].interval_days == std::nullopt);
    CHECK(type.variants[3].id == "parents-evening");
    CHECK(type.variants[3].venue_kinds == Codes{"daycare", "school"});
    CHECK(type.variants[3].sessions == std::nullopt);
}

TEST_CASE("JUT-06 trained volunteers guide it, alone or as a pair") {
    CHECK(jututtamo().facilitation == "volunteer");
    REQUIRE(jututtamo().facilitators.size() == 1);
    CHECK(jututtamo().facilitators[0].role == "volunteer");
    CHECK(jututtamo().facilitators[0].qualification == "jututtamo-facilitator");
    CHECK(jututtamo().facilitators[0].count == 1);
}

TEST_CASE("a Jututtamo is open or closed as each group states, lasts two hours, is confidential and counts visitors") {
    CHECK((jututtamo().openness == Openness::by_group));
    CHECK((jututtamo().referral == std::vector{ReferralPath::none, ReferralPath::host_event}));
    CHECK(jututtamo().duration_minutes == 120);
    CHECK(jututtamo().confidential == true);
    CHECK(jututtamo().counts_visitors);
}

TEST_CASE("what is not stated of a Jututtamo is unset") {
    const GroupType type = jututtamo();
    CHECK(type.sessions == std::nullopt);
    CHECK(type.interval_days == std::nullopt);
    CHECK_FALSE(type.usual_size.has_value());
    CHECK(type.free_of_charge == std::nullopt);
    CHECK(type.interview == std::nullopt);
    CHECK(type.eligibility.empty());
}

TEST_CASE("TRA-01 TRA-02 TRA-03 the training gives tools to everyone interested, without prior experience") {
    CHECK(training().contents == Codes{"tools_for_starting_a_discussion", "tools_for_guiding_a_peer_group"});
    CHECK(training().audience == Codes{"everyone_interested"});
    CHECK(training().eligibility.empty());
    CHECK(training().requires_completed.empty());
    CHECK(training().prior_experience == false);
}

TEST_CASE("TRA-04 the training is free with material, meal and coffee") {
    CHECK(training().free_of_charge == true);
    CHECK(training().included == Codes{"material", "meal", "coffee"});
}

TEST_CASE("TRA-05 TRA-06 two meetings and one practice qualify, as offered in 2018") {
    CHECK(training().sessions == 2);
    CHECK(training().practice_meetings == 1);
    CHECK(training().completion == "every_session_and_practice");
    CHECK(training().completes == "jututtamo-facilitator");
    CHECK(training().edition == 2018);
}

TEST_CASE("associations keep no client register") {
    for (const GroupType& type : {peer_group(), jututtamo(), training()}) {
        CHECK((type.register_kind == Register::ngo));
        CHECK(type.service_task.empty());
        CHECK(type.regions.empty());
    }
}

TEST_CASE("every shipped type has a prefix of its own and its names") {
    const auto catalogue = shipped_catalogue();
    Codes prefixes;
    for (const std::string& id : catalogue.type_ids())
        prefixes.push_back(id + " " + catalogue.type(id).code_prefix);
    CHECK(prefixes == Codes{"hki-children HKC", "hki-family HKF", "hki-parents HKP", "hki-youth HKY", "jututtamo-training JUK",
                            "kainuu-closed KC", "kainuu-perhekoulu PK", "mll-jututtamo JUT", "mll-peer MLL", "voikukkia VOI",
                            "voikukkia-training VOK"});
}
