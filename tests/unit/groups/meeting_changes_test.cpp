#include "unit/field/groups_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using catalogue::AfterCancelled;
using groups::SessionState;

namespace {

/// A weekly group of eight meetings, Wednesdays from 2026-01-28, in no municipality that states a break.
struct MeetsWeekly : County {
    MeetsWeekly() { create(*this, weekly_wish("GROUP")); }
    groups::MeetingChoice choice(std::string session) const {
        return {.code = group_code("GROUP"), .session = std::move(session), .today = day("2026-01-20")};
    }
};

} // namespace

TEST_CASE_FIXTURE(MeetsWeekly, "a moved meeting keeps its number, and its time unless another is given") {
    move_meeting(*this, choice("2"), {.day = day("2026-02-06")});
    groups::Session moved = sessions(*this, "GROUP")[1];
    CHECK(moved.ordinal == 2);
    CHECK(moved.starts_on == day("2026-02-06"));
    CHECK(moved.starts_at == calendar::LocalTime::parse("17:00"));
    CHECK(moved.moved);
    CHECK(moved.state == SessionState::planned);
    move_meeting(*this, choice("2026-02-06"),
                 {.day = day("2026-02-07"),
                  .time = calendar::LocalTime::parse("18:30"),
                  .duration_minutes = 45,
                  .venue = "kuhmo-perhekeskus"});
    moved = sessions(*this, "GROUP")[1];
    CHECK(moved.starts_on == day("2026-02-07"));
    CHECK(moved.starts_at == calendar::LocalTime::parse("18:30"));
    CHECK(moved.duration_minutes == 45);
    CHECK(moved.venue == "kuhmo-perhekeskus");
}

TEST_CASE_FIXTURE(MeetsWeekly, "moving onto a holiday warns") {
    const auto changed = move_meeting(*this, choice("2"), {.day = day("2026-04-03")});
    REQUIRE(changed.notices.size() == 1);
    CHECK(changed.notices[0].code == "on-holiday");
    CHECK(meeting_days(*this, "GROUP")[1] == day("2026-04-03"));
}

TEST_CASE_FIXTURE(MeetsWeekly, "a cancelled meeting keeps its place and is made up for at the end") {
    const auto changed = cancel_meeting(*this, choice("3"), {"facilitator_absent", AfterCancelled::append});
    REQUIRE(changed.extra_sessions.size() == 1);
    const auto all = sessions(*this, "GROUP");
    REQUIRE(all.size() == 9);
    CHECK(all[2].state == SessionState::cancelled);
    CHECK(all[2].reason == "facilitator_absent");
    CHECK(all[2].starts_on == day("2026-02-11"));
    CHECK(all[8].ordinal == 9);
    CHECK(all[8].starts_on == day("2026-03-25"));
    CHECK(all[8].starts_at == calendar::LocalTime::parse("17:00"));
    CHECK(all[8].state == SessionState::planned);
}

TEST_CASE_FIXTURE(MeetsWeekly, "an extra date keeps to the group's own weekday, whatever was moved") {
    move_meeting(*this, choice("7"), {.day = day("2026-03-13")}); // a Friday
    move_meeting(*this, choice("8"), {.day = day("2026-03-22")}); // a Sunday
    const auto changed = cancel_meeting(*this, choice("3"), {"facilitator_absent", AfterCancelled::append});
    CHECK(changed.extra_sessions.at(0).starts_on == day("2026-03-25"));
}

TEST_CASE_FIXTURE(MeetsWeekly, "merging adds nothing") {
    const auto changed = cancel_meeting(*this, choice("3"), {"weather", AfterCancelled::merge});
    CHECK(changed.extra_sessions.empty());
    CHECK(sessions(*this, "GROUP").size() == 8);
}

TEST_CASE_FIXTURE(County, "an extra date avoids holidays and keeps the group's own interval") {
    groups::GroupWish wish = weekly_wish("EASTER");
    wish.meetings = {.start = day("2026-03-13"), .interval_days = 7, .count = 3};
    create(*this, wish);
    const auto changed = cancel_meeting(*this, {group_code("EASTER"), "1"}, {"other", AfterCancelled::append});
    CHECK(changed.extra_sessions.at(0).starts_on == day("2026-04-10")); // Good Friday lies between

    groups::GroupWish fortnightly = pair_wish("FORTNIGHT");
    fortnightly.meetings = {.start = day("2026-09-02"), .interval_days = 14, .count = 3};
    create(*this, fortnightly);
    const auto pair = cancel_meeting(*this, {group_code("FORTNIGHT"), "1"}, {"other", AfterCancelled::append});
    CHECK(pair.extra_sessions.at(0).starts_on == day("2026-10-14").plus_days(14)); // week 42 is the autumn break
}

TEST_CASE_FIXTURE(County, "without an interval no extra date is guessed") {
    groups::GroupWish wish = wish_of("mll-peer", "kainuu");
    wish.code = "ONCE";
    wish.meetings.dates = days({"2026-02-04"});
    create(*this, wish);
    const auto changed = cancel_meeting(*this, {group_code("ONCE"), "1"}, {"other", AfterCancelled::append});
    CHECK(changed.extra_sessions.empty());
    REQUIRE(changed.notices.size() == 1);
    CHECK(changed.notices[0].code == "interval-not-stated");
}

TEST_CASE_FIXTURE(MeetsWeekly, "what was cancelled is neither moved nor cancelled again") {
    cancel_meeting(*this, choice("3"), {"weather", AfterCancelled::merge});
    const std::string before = content();
    CHECK(problem_of([&] {
              cancel_meeting(*this, choice("3"), {"weather", AfterCancelled::merge});
          }).code == "session-not-planned");
    CHECK(problem_of([&] { move_meeting(*this, choice("3"), {.day = day("2026-02-12")}); }).code == "session-not-planned");
    CHECK(problem_of([&] { cancel_meeting(*this, choice("4"), {"hangover", {}}); }).code == "unknown-cancel-reason");
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(MeetsWeekly, "an added meeting comes last in number, whenever it is") {
    const auto changed = add_meeting(*this, choice(""), {.day = day("2026-01-21"), .time = calendar::LocalTime::parse("09:00")});
    REQUIRE(changed.sessions.size() == 1);
    CHECK(changed.sessions[0].ordinal == 9);
    CHECK(meeting_days(*this, "GROUP").back() == day("2026-01-21"));
    CHECK(sessions(*this, "GROUP").back().starts_at == calendar::LocalTime::parse("09:00"));
}

TEST_CASE_FIXTURE(MeetsWeekly, "the group's first day follows its meetings") {
    move_meeting(*this, choice("1"), {.day = day("2026-02-05")});
    CHECK(group(*this, "GROUP").first_on == day("2026-02-04"));
    add_meeting(*this, choice(""), {.day = day("2026-01-21")});
    CHECK(group(*this, "GROUP").first_on == day("2026-01-21"));
    cancel_meeting(*this, choice("9"), {"venue", AfterCancelled::merge});
    CHECK(group(*this, "GROUP").first_on == day("2026-02-04"));
}

TEST_CASE_FIXTURE(County, "a group without dates gets them one by one") {
    groups::GroupWish wish = wish_of("mll-peer", "kainuu");
    wish.code = "CAFE";
    create(*this, wish);
    CHECK_FALSE(group(*this, "CAFE").first_on);
    add_meeting(*this, {group_code("CAFE"), ""}, {.day = day("2026-02-10")});
    add_meeting(*this, {group_code("CAFE"), ""}, {.day = day("2026-02-17")});
    CHECK(meeting_days(*this, "CAFE") == days({"2026-02-10", "2026-02-17"}));
    CHECK(sessions(*this, "CAFE")[1].ordinal == 2);
    CHECK(group(*this, "CAFE").first_on == day("2026-02-10"));
}

TEST_CASE_FIXTURE(MeetsWeekly, "a meeting is only at a venue that the region has") {
    const std::string before = content();
    const groups::MeetingTime elsewhere{.day = day("2026-02-05"), .venue = "kuhmo-perhekesus"};
    const peergroup::Problem problem = problem_of([&] { add_meeting(*this, choice(""), elsewhere); });
    CHECK(problem.code == "venue-not-found");
    CHECK(problem.hint.find("kuhmo-perhekeskus") != std::string::npos);
    CHECK(problem_of([&] { move_meeting(*this, choice("1"), elsewhere); }).code == "venue-not-found");
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(MeetsWeekly, "meetings of unknown or ended groups are not changed") {
    CHECK(problem_of([&] {
              move_meeting(*this, {group_code("GRUOP"), "1"}, {.day = day("2026-02-05")});
          }).code == "group-not-found");
    CHECK(problem_of([&] { move_meeting(*this, choice("99"), {.day = day("2026-02-05")}); }).code == "session-not-found");
    end_group(*this, "GROUP", "2026-02-01");
    CHECK(problem_of([&] { add_meeting(*this, choice(""), {.day = day("2026-02-05")}); }).code == "group-ended");
    CHECK(problem_of([&] { move_meeting(*this, choice("1"), {.day = day("2026-02-05")}); }).code == "group-ended");
    CHECK(problem_of([&] { cancel_meeting(*this, choice("1"), {"other", {}}); }).code == "group-ended");
}
