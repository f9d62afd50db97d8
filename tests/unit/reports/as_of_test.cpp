#include "unit/field/weeks_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// GROUP has two members in three seats; one meeting was logged. All of it was recorded by noon of 15 January.
struct KnownAtNoon : County {
    static constexpr std::string_view noon = "2026-01-15T12:00:00Z";
    std::vector<Lines> before;

    KnownAtNoon() {
        add_adults(*this, 5);
        create_with_seats(*this, "GROUP", 3);
        enrol(*this, "group,person\nGROUP,P-1\nGROUP,P-2\n");
        log(*this, "group,session,person,mark\nGROUP,1,P-1,P\nGROUP,1,P-2,N\n");
        before = weeks("");
        now = "2026-01-15T12:00:01Z";
    }
    std::vector<Lines> weeks(std::string_view as_of) {
        std::vector<Lines> told;
        for (const char* const iso_week :
             {"2026-W04", "2026-W05", "2026-W06", "2026-W07", "2026-W11", "2026-W12", "2026-W13", "2026-W14"})
            told.push_back(week(*this, about(iso_week, as_of)));
        return told;
    }
    /// What was done meanwhile shows now, and not in what was known then.
    void check_only_now_shows_it() {
        CHECK(weeks(noon) == before);
        CHECK(weeks("") != before);
        CHECK(weeks("2026-01-15T12:00:01Z") == weeks(""));
    }
};

} // namespace

TEST_CASE_FIXTURE(KnownAtNoon, "nothing new is known") {
    CHECK(weeks(noon) == before);
    CHECK(weeks("2030-01-01T00:00:00Z") == before);
    CHECK(before[1] == Lines{"GROUP: enrolled 2, new 2, held 1, expected 2, attended 1, untold 1, people 1, seats 3, filled 2"});
}

TEST_CASE_FIXTURE(KnownAtNoon, "before anything was recorded nothing was known") {
    for (const Lines& week : weeks("2026-01-15T08:59:59Z"))
        CHECK(week.empty());
}

TEST_CASE_FIXTURE(KnownAtNoon, "an instant knows what was recorded at it, and is the same in every zone") {
    CHECK(weeks("2026-01-15T09:00:00Z") == before);
    CHECK(weeks("2026-01-15T11:00:00+02:00") == before);
}

TEST_CASE_FIXTURE(KnownAtNoon, "memberships that began later") {
    enrol(*this, "group,person,on\nGROUP,P-3,2026-01-28\nGROUP,P-4,2026-01-28\n"); // the fourth waits
    check_only_now_shows_it();
}

TEST_CASE_FIXTURE(KnownAtNoon, "memberships that ended later, and began again") {
    withdraw(*this, "GROUP", {2}, "2026-01-28");
    check_only_now_shows_it();
    now = "2026-01-15T12:00:02Z";
    enrol(*this, "group,person,on\nGROUP,P-2,2026-02-04\n");
    CHECK(weeks(noon) == before);
}

TEST_CASE_FIXTURE(KnownAtNoon, "marks that came later, and corrections") {
    log(*this, "group,session,person,mark\nGROUP,2,P-1,P\nGROUP,1,P-2,P\n");
    check_only_now_shows_it();
    now = "2026-01-15T12:00:02Z";
    const std::vector<Lines> between = weeks("");
    now = "2026-01-15T12:00:03Z";
    log(*this, "group,session,person,mark\nGROUP,1,P-1,S\nGROUP,1,P-2,X\n");
    CHECK(weeks(noon) == before);
    CHECK(weeks("2026-01-15T12:00:02Z") == between);
}

TEST_CASE_FIXTURE(KnownAtNoon, "meetings that were moved, cancelled or added later") {
    move_meeting(*this, {group_code("GROUP"), "2"}, {.day = day("2026-02-10")});
    check_only_now_shows_it();
    cancel_meeting(*this, {group_code("GROUP"), "3"}, {"weather", catalogue::AfterCancelled::append});
    check_only_now_shows_it();
    add_meeting(*this, {group_code("GROUP"), ""}, {.day = day("2026-01-20")});
    log(*this, "group,session,person,mark\nGROUP,2,P-1,P\n");
    check_only_now_shows_it();
}

TEST_CASE_FIXTURE(KnownAtNoon, "another first day of the group") {
    groups::GroupWish wish = wish_of("mll-peer", "kainuu");
    wish.code = "LATER";
    now = noon;
    create(*this, wish); // known at noon, and without a meeting not told of
    before = weeks("");
    now = "2026-01-15T12:00:01Z";
    add_meeting(*this, {group_code("LATER"), ""}, {.day = day("2026-01-20")});
    check_only_now_shows_it();
}

TEST_CASE_FIXTURE(KnownAtNoon, "another capacity") {
    admission::change_capacity(database(), rules(), journal("group edit"), {group_code("GROUP"), 12, day("2026-01-15")});
    check_only_now_shows_it();
    now = "2026-01-15T12:00:02Z";
    admission::change_capacity(database(), rules(), journal("group edit"), {group_code("GROUP"), {}, day("2026-01-15")});
    CHECK(weeks(noon) == before);
}

TEST_CASE_FIXTURE(KnownAtNoon, "groups that were created later") {
    create(*this, weekly_wish("LATER"));
    check_only_now_shows_it();
}

TEST_CASE_FIXTURE(KnownAtNoon, "a group that was finished or cancelled later") {
    finish(*this, "GROUP", "2026-02-01");
    check_only_now_shows_it();
}

TEST_CASE_FIXTURE(KnownAtNoon, "visitors who were counted later") {
    groups::GroupWish cafe = wish_of("mll-jututtamo", "kainuu");
    cafe.variant = "cafe";
    cafe.code = "CAFE";
    cafe.meetings.dates = days({"2026-02-03"});
    now = noon;
    create(*this, cafe);
    log(*this, "group,session,adults\nCAFE,1,7\n");
    before = weeks("");
    now = "2026-01-15T12:00:01Z";
    log(*this, "group,session,adults\nCAFE,1,9\n");
    check_only_now_shows_it();
}

TEST_CASE_FIXTURE(KnownAtNoon, "what is done between two looks at the same past does not change it") {
    const Lines first = week(*this, about("2026-W05", noon));
    for (int step = 1; step <= 3; ++step) {
        now = fmt::format("2026-01-15T13:00:0{}Z", step);
        log(*this, fmt::format("group,session,person,mark\nGROUP,1,P-1,{}\n", "XSP"[step - 1]));
        CHECK(week(*this, about("2026-W05", noon)) == first);
    }
}
