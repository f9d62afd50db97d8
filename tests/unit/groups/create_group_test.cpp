#include "unit/field/groups_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

std::string refusal(County& county, const groups::GroupWish& wish) {
    return problem_of([&] { create(county, wish); }).code;
}

} // namespace

TEST_CASE_FIXTURE(County, "what nobody states stays unset") {
    const groups::Group stored = group(*this, create(*this, wish_of("mll-peer", "kainuu")).code);
    CHECK(stored.type == "mll-peer");
    CHECK(stored.region == "kainuu");
    CHECK(stored.state == groups::GroupState::running);
    CHECK(stored.intake == groups::Intake::open);
    CHECK(stored.openness.empty()); // S4 speaks of candour, not of open membership
    CHECK(stored.municipality.empty());
    CHECK(stored.venue.empty());
    CHECK(stored.language.empty());
    CHECK(stored.side.empty());
    CHECK(stored.other_side == 0);
    CHECK_FALSE(stored.capacity);
    CHECK_FALSE(stored.age_min);
    CHECK_FALSE(stored.age_max);
    CHECK_FALSE(stored.first_on);
    CHECK_FALSE(stored.ended_on);
    CHECK(stored.waiting_list);
    CHECK(number("SELECT count(*) FROM peer_group WHERE capacity IS NULL AND openness IS NULL AND venue IS NULL AND first_on IS "
                 "NULL") == 1);
}

TEST_CASE_FIXTURE(County, "what is stated is stored as stated") {
    groups::GroupWish wish = weekly_wish();
    wish.venue = "kajaani-perhekeskus";
    wish.language = "sv";
    wish.openness = catalogue::Openness::closed;
    wish.capacity = 12;
    wish.age_min = 13;
    wish.age_max = 17;
    wish.waiting_list = false;
    wish.duration_minutes = 90;
    const std::string code = create(*this, wish).code;
    const groups::Group stored = group(*this, code);
    CHECK(stored.venue == "kajaani-perhekeskus");
    CHECK(stored.municipality == "kajaani"); // of the venue
    CHECK(stored.language == "sv");
    CHECK(stored.openness == "closed");
    CHECK(stored.capacity == 12);
    CHECK(stored.age_min == 13);
    CHECK(stored.age_max == 17);
    CHECK_FALSE(stored.waiting_list);
    const groups::Session first = sessions(*this, code).at(0);
    CHECK(first.starts_at == calendar::LocalTime::parse("17:00"));
    CHECK(first.duration_minutes == 90);
    CHECK(first.venue == "kajaani-perhekeskus");
    CHECK(first.state == groups::SessionState::planned);
    CHECK_FALSE(first.moved);
}

TEST_CASE_FIXTURE(County, "the region follows from the venue") {
    groups::GroupWish wish = wish_of("mll-peer");
    wish.venue = "kuhmo-perhekeskus";
    CHECK(group(*this, create(*this, wish).code).region == "kainuu");
    wish.venue.clear();
    CHECK(refusal(*this, wish) == "region-missing");
    wish.venue = "kuhmo-perhekeksus";
    CHECK(refusal(*this, wish) == "region-missing");
}

TEST_CASE_FIXTURE(County, "values of the type are taken over, and those of its variant before them") {
    groups::GroupWish closed = wish_of("kainuu-closed", "kainuu");
    CHECK(group(*this, create(*this, closed).code).openness == "closed"); // S2
    groups::GroupWish cafe = wish_of("mll-jututtamo", "kainuu");
    cafe.variant = "one-off";
    cafe.meetings.start = day("2026-02-03");
    const std::string code = create(*this, cafe).code;
    CHECK(group(*this, code).variant == "one-off");
    CHECK(group(*this, code).openness.empty()); // W05: each group states it
    CHECK(sessions(*this, code).size() == 1);
    CHECK(sessions(*this, code)[0].duration_minutes == 120);
}

TEST_CASE_FIXTURE(County, "an unusual size warns and does not limit") {
    groups::GroupWish wish = wish_of("kainuu-closed", "kainuu");
    wish.capacity = 16;
    const groups::CreatedGroup created = create(*this, wish);
    REQUIRE_FALSE(created.notices.empty());
    CHECK(created.notices[0].code == "size-outside-usual");
    CHECK(created.notices[0].detail == "4-15");
    CHECK(group(*this, created.code).capacity == 16);
    wish.capacity = 15;
    for (const groups::Notice& notice : create(*this, wish).notices)
        CHECK(notice.code != "size-outside-usual");
}

TEST_CASE_FIXTURE(County, "what the catalogue does not know is not found") {
    CHECK(problem_of([&] { create(*this, wish_of("mll-per", "kainuu")); }).kind == peergroup::ProblemKind::not_found);
    CHECK(problem_of([&] { create(*this, wish_of("mll-peer", "kainu")); }).kind == peergroup::ProblemKind::not_found);
    groups::GroupWish wish = wish_of("mll-peer", "kainuu");
    wish.venue = "kajaani-perhekesus";
    const peergroup::Problem problem = problem_of([&] { create(*this, wish); });
    CHECK(problem.code == "venue-not-found");
    CHECK(problem.hint.find("kajaani-perhekeskus") != std::string::npos);
    wish.venue.clear();
    wish.municipality = "oulu";
    CHECK(refusal(*this, wish) == "municipality-not-found");
    wish = wish_of("mll-jututtamo", "kainuu");
    CHECK(refusal(*this, wish) == "variant-missing");
    wish.variant = "caffe";
    CHECK(refusal(*this, wish) == "variant-not-found");
    wish = wish_of("mll-peer", "kainuu");
    wish.variant = "cafe";
    CHECK(refusal(*this, wish) == "variant-not-found");
}

TEST_CASE_FIXTURE(County, "a type is run only in its regions, and a region only while it is") {
    CHECK(refusal(*this, wish_of("kainuu-closed", "helsinki")) == "type-not-in-region");
    groups::GroupWish early = wish_of("mll-peer", "kainuu");
    early.meetings = {.start = day("2022-12-31"), .interval_days = 7, .count = 2};
    CHECK(refusal(*this, early) == "region-not-valid"); // W19: the county's task began in 2023
    early.meetings.start = day("2023-01-01");
    CHECK(create(*this, early).groups.size() == 1);
    early.meetings = {};
    early.meetings.dates = days({"2023-02-01", "2022-12-07"});
    CHECK(refusal(*this, early) == "region-not-valid");
}

TEST_CASE_FIXTURE(County, "what is refused leaves nothing behind") {
    const std::string before = content();
    CHECK(refusal(*this, wish_of("kainuu-closed", "helsinki")) == "type-not-in-region");
    CHECK(refusal(*this, wish_of("mll-jututtamo", "kainuu")) == "variant-missing");
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(County, "a creation is one batch under the catalogue of the day and one entry of the journal") {
    create(*this, weekly_wish());
    CHECK(lines("SELECT verb || ' ' || objects || ' ' || counts || ' ' || batch FROM journal") ==
          Lines{"group create MLL-KAI-2026-01 groups=1 sessions=8 1"});
    CHECK(lines("SELECT c.digest FROM batch b JOIN catalogue c ON c.id = b.catalogue") == Lines{rules().digest()});
    create(*this, weekly_wish());
    CHECK(number("SELECT count(*) FROM catalogue") == 1);
}
