#include "unit/field/groups_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using groups::GroupVerb;

namespace {

struct MeetsWeekly : County {
    MeetsWeekly() { create(*this, weekly_wish("GROUP")); }
    std::vector<groups::Group> edit(const groups::GroupEdit& edit) {
        return groups::edit_group(database(), rules(), journal("group edit"), edit).groups;
    }
    static groups::GroupEdit change() { return {.code = group_code("GROUP"), .today = day("2026-01-20")}; }
};

} // namespace

TEST_CASE_FIXTURE(MeetsWeekly, "intake is opened and closed") {
    CHECK(decide(*this, "GROUP", GroupVerb::close, "2026-02-01").at(0).intake == groups::Intake::closed);
    CHECK(group(*this, "GROUP").intake == groups::Intake::closed);
    decide(*this, "GROUP", GroupVerb::open, "2026-02-02");
    CHECK(group(*this, "GROUP").intake == groups::Intake::open);
}

TEST_CASE_FIXTURE(MeetsWeekly, "what has ended is not decided about again") {
    end_group(*this, "GROUP", "2026-02-11");
    const std::string before = content();
    for (const GroupVerb verb : {GroupVerb::open, GroupVerb::close})
        CHECK(problem_of([&] { decide(*this, "GROUP", verb, "2026-02-12"); }).code == "group-ended");
    CHECK(problem_of([&] { edit(change()); }).code == "group-ended");
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(MeetsWeekly, "an unknown code suggests a known one") {
    const peergroup::Problem problem = problem_of([&] { decide(*this, "GRUOP", GroupVerb::open, "2026-02-01"); });
    CHECK(problem.kind == peergroup::ProblemKind::not_found);
    CHECK(problem.code == "group-not-found");
    CHECK(problem.hint.find("GROUP") != std::string::npos);
}

TEST_CASE_FIXTURE(MeetsWeekly, "an edit changes what it names and leaves the rest") {
    groups::GroupEdit first = change();
    first.venue = "kajaani-perhekeskus";
    first.age_min = 18;
    edit(first);
    groups::GroupEdit second = change();
    second.language = "sv";
    second.waiting_list = false;
    edit(second);
    const groups::Group stored = group(*this, "GROUP");
    CHECK(stored.venue == "kajaani-perhekeskus");
    CHECK(stored.age_min == 18);
    CHECK_FALSE(stored.age_max);
    CHECK(stored.language == "sv");
    CHECK_FALSE(stored.waiting_list);
}

TEST_CASE_FIXTURE(MeetsWeekly, "an edit that makes no sense is refused") {
    const std::string before = content();
    groups::GroupEdit venue = change();
    venue.venue = "kajaani-perhekesus";
    CHECK(problem_of([&] { edit(venue); }).code == "venue-not-found");
    groups::GroupEdit ages = change();
    ages.age_min = 18;
    ages.age_max = 17;
    CHECK(problem_of([&] { edit(ages); }).code == "ages-crossed");
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(County, "a new venue takes along the municipality and the meetings that are planned where the group meets") {
    groups::GroupWish wish = weekly_wish("GROUP");
    wish.venue = "kajaani-perhekeskus";
    create(*this, wish);
    move_meeting(*this, {group_code("GROUP"), "4"}, {.day = day("2026-02-19"), .venue = "sotkamo-perhekeskus"});
    cancel_meeting(*this, {group_code("GROUP"), "5"}, {"venue", catalogue::AfterCancelled::merge});
    const auto edited =
        groups::edit_group(database(), rules(), journal("group edit"),
                           {.code = group_code("GROUP"), .venue = "kuhmo-perhekeskus", .today = day("2026-02-05")});
    CHECK(edited.meetings == 4);
    CHECK(group(*this, "GROUP").municipality == "kuhmo");
    CHECK(lines("SELECT ordinal || ' ' || venue FROM session ORDER BY ordinal") ==
          Lines{"1 kajaani-perhekeskus", "2 kajaani-perhekeskus", "3 kuhmo-perhekeskus", "4 sotkamo-perhekeskus",
                "5 kajaani-perhekeskus", "6 kuhmo-perhekeskus", "7 kuhmo-perhekeskus", "8 kuhmo-perhekeskus"});
    CHECK(lines("SELECT kind || ' ' || venue FROM session_change WHERE session = (SELECT id FROM session WHERE ordinal = 3) "
                "ORDER BY change_seq") == Lines{"planned kajaani-perhekeskus", "relocated kuhmo-perhekeskus"});
    CHECK(lines("SELECT kind || ' ' || municipality || ' ' || venue FROM group_change WHERE kind IN ('created', 'edited') "
                "ORDER BY change_seq") == Lines{"created kajaani kajaani-perhekeskus", "edited kuhmo kuhmo-perhekeskus"});
    CHECK(number("SELECT count(*) FROM session WHERE moved = 1") == 1);
}

TEST_CASE_FIXTURE(County, "a municipality that was stated beside the venue stays") {
    groups::GroupWish wish = weekly_wish("GROUP");
    wish.venue = "kajaani-perhekeskus";
    wish.municipality = "paltamo";
    create(*this, wish);
    groups::GroupEdit change{.code = group_code("GROUP"), .venue = "kuhmo-perhekeskus", .today = day("2026-01-20")};
    groups::edit_group(database(), rules(), journal("group edit"), change);
    CHECK(group(*this, "GROUP").municipality == "paltamo");
    change.venue = "";
    groups::edit_group(database(), rules(), journal("group edit"), change);
    CHECK(group(*this, "GROUP").municipality == "paltamo");
    CHECK(sessions(*this, "GROUP")[0].venue.empty());
}

TEST_CASE_FIXTURE(MeetsWeekly, "groups are listed by region, type and state") {
    create(*this, pair_wish("PAIR"));
    end_group(*this, "GROUP", "2026-02-11");
    store::Transaction transaction = database().read();
    groups::GroupRegister groups(transaction);
    const auto listed = [&](const groups::GroupFilter& filter) {
        Lines codes;
        for (const groups::Group& found : groups.list(filter, actor))
            codes.push_back(found.code.text());
        return codes;
    };
    CHECK(listed({}) == Lines{"GROUP", "PAIR-C", "PAIR-P"});
    CHECK(listed({"kainuu", "", "running"}) == Lines{"PAIR-C", "PAIR-P"});
    CHECK(listed({"", "mll-peer", ""}) == Lines{"GROUP"});
    CHECK(listed({"helsinki", "", ""}).empty());
}
