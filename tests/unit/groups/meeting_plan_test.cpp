#include "unit/field/groups_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// What is said of the plan: `skipped-holiday good-friday 2026-04-03`.
Lines said(const groups::CreatedGroup& created) {
    Lines notices;
    for (const groups::Notice& notice : created.notices)
        notices.push_back(notice.code + (notice.detail.empty() ? "" : " " + notice.detail) +
                          (notice.day ? " " + notice.day->iso() : ""));
    return notices;
}

groups::GroupWish ten_weeks(std::string_view start, std::string municipality, std::string region = "kainuu") {
    groups::GroupWish wish = wish_of("mll-peer", std::move(region));
    wish.municipality = std::move(municipality);
    wish.meetings = {.start = day(start), .interval_days = 7, .count = 10};
    return wish;
}

} // namespace

TEST_CASE_FIXTURE(County, "Wednesdays in Kajaani leave out its winter break in week 10") {
    const groups::CreatedGroup created = create(*this, ten_weeks("2026-01-28", "kajaani"));
    CHECK(created.dates == days({"2026-01-28", "2026-02-04", "2026-02-11", "2026-02-18", "2026-02-25", "2026-03-11", "2026-03-18",
                                 "2026-03-25", "2026-04-01", "2026-04-08"}));
    CHECK(meeting_days(*this, created.code) == created.dates);
    CHECK(said(created) == Lines{"skipped-school-holiday 2026-03-04"});
}

TEST_CASE_FIXTURE(County, "Wednesdays in Helsinki leave out week 8 instead") {
    CHECK(create(*this, ten_weeks("2026-01-28", "helsinki", "helsinki")).dates ==
          days({"2026-01-28", "2026-02-04", "2026-02-11", "2026-02-25", "2026-03-04", "2026-03-11", "2026-03-18", "2026-03-25",
                "2026-04-01", "2026-04-08"}));
}

TEST_CASE_FIXTURE(County, "Fridays leave out Good Friday and May Day") {
    const groups::CreatedGroup created = create(*this, ten_weeks("2026-03-06", ""));
    CHECK(created.dates == days({"2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27", "2026-04-10", "2026-04-17", "2026-04-24",
                                 "2026-05-08", "2026-05-15", "2026-05-22"}));
    REQUIRE(said(created).size() == 2);
    CHECK(said(created)[0].starts_with("skipped-holiday"));
    CHECK(said(created)[0].ends_with("2026-04-03"));
    CHECK(said(created)[1].ends_with("2026-05-01"));
}

TEST_CASE_FIXTURE(County, "the autumn break of Kajaani is left out") {
    CHECK(create(*this, ten_weeks("2026-09-02", "kajaani")).dates ==
          days({"2026-09-02", "2026-09-09", "2026-09-16", "2026-09-23", "2026-09-30", "2026-10-07", "2026-10-21", "2026-10-28",
                "2026-11-04", "2026-11-11"}));
}

TEST_CASE_FIXTURE(County, "weeks may be left out because somebody asks") {
    groups::GroupWish wish = weekly_wish();
    wish.meetings.count = 3;
    wish.meetings.skip_weeks = {calendar::IsoWeek::parse("2026-W06").value()};
    const groups::CreatedGroup created = create(*this, wish);
    CHECK(created.dates == days({"2026-01-28", "2026-02-11", "2026-02-18"}));
    CHECK(said(created) == Lines{"skipped-asked 2026-02-04"});
}

TEST_CASE_FIXTURE(County, "given dates are kept in order and only warned of") {
    groups::GroupWish wish = ten_weeks("2026-01-28", "kajaani");
    wish.meetings.dates = days({"2026-03-04", "2026-04-03", "2026-02-04"});
    const groups::CreatedGroup created = create(*this, wish);
    CHECK(created.dates == days({"2026-02-04", "2026-03-04", "2026-04-03"}));
    REQUIRE(said(created).size() == 2);
    CHECK(said(created)[0] == "in-school-holiday 2026-03-04");
    CHECK(said(created)[1].starts_with("on-holiday"));
    CHECK(created.groups[0].first_on == day("2026-02-04"));
}

TEST_CASE_FIXTURE(County, "what a type does not state is not guessed") {
    groups::GroupWish wish = wish_of("voikukkia", "kainuu");
    wish.meetings.start = day("2026-01-28");
    const groups::CreatedGroup created = create(*this, wish);
    CHECK(created.dates.empty());
    CHECK(said(created) == Lines{"interval-not-stated"});
    CHECK(created.groups[0].first_on == day("2026-01-28"));
    groups::GroupWish silent = wish_of("mll-peer", "kainuu");
    CHECK(said(create(*this, silent)) == Lines{"start-not-stated", "count-not-stated", "interval-not-stated"});
}

TEST_CASE_FIXTURE(County, "the number of meetings comes from the type, the interval from whoever asks") {
    groups::GroupWish wish = wish_of("voikukkia", "kainuu");
    wish.meetings = {.start = day("2026-09-07"), .interval_days = 14};
    const groups::CreatedGroup created = create(*this, wish);
    REQUIRE(created.dates.size() == 10);
    CHECK(created.dates[1] == day("2026-09-21"));
}

TEST_CASE_FIXTURE(County, "a single meeting needs no interval and keeps its day") {
    groups::GroupWish wish = wish_of("mll-jututtamo", "kainuu");
    wish.variant = "one-off";
    wish.meetings.start = day("2026-04-03");
    const groups::CreatedGroup created = create(*this, wish);
    CHECK(created.dates == days({"2026-04-03"}));
    REQUIRE(said(created).size() == 1);
    CHECK(said(created)[0].starts_with("on-holiday"));
}

TEST_CASE_FIXTURE(County, "a series that makes no sense is refused") {
    groups::GroupWish wish = weekly_wish();
    wish.meetings.interval_days = 0;
    CHECK(problem_of([&] { create(*this, wish); }).code == "no-series");
    wish.meetings.interval_days = 7;
    wish.meetings.count = -1;
    CHECK(problem_of([&] { create(*this, wish); }).code == "no-series");
    CHECK(number("SELECT count(*) FROM peer_group") == 0);
}
