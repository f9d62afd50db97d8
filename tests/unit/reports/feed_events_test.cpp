#include "reports/feed_events.hpp"
#include "unit/calendar/days.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

using namespace peergroup;
using documents::CalendarEvent;
using documents::EventTime;
using reports::FeedGroup;

namespace {

EventTime at(calendar::Date date, std::string_view time = "17:00") {
    return {date, calendar::LocalTime::parse(time)};
}

/// A group whose meetings were planned for these days at 17:00, all at once.
FeedGroup planned(const std::vector<std::string_view>& days) {
    FeedGroup group{.id = 5, .region = "kainuu"};
    for (const std::string_view date : days) {
        reports::FeedMeeting meeting{.id = static_cast<std::int64_t>(group.meetings.size()) + 1};
        meeting.starts = meeting.planned = at(day(date));
        meeting.venue = "hall";
        meeting.planned_batch = 1;
        group.meetings.push_back(meeting);
    }
    return group;
}

std::vector<CalendarEvent> events(const FeedGroup& group) {
    return reports::events_of(
        group, {.zone = "Europe/Helsinki",
                .meeting = "Meeting",
                .cancelled = "Cancelled: Meeting",
                .place = [](const std::string& venue) { return venue; },
                .uid = [](std::string_view kind, std::int64_t number) { return fmt::format("{}-{}", kind, number); }});
}

} // namespace

TEST_CASE("meetings at even distances are one recurring event") {
    const auto found = events(planned({"2026-09-07", "2026-09-21", "2026-10-05"}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].uid == "series-5");
    CHECK(found[0].start == at(day("2026-09-07")));
    CHECK(found[0].recurrence->every_days == 14);
    CHECK(found[0].recurrence->count == 3);
    CHECK(found[0].recurrence->left_out.empty());
    CHECK(found[0].summary == "Meeting");
    CHECK(found[0].place == "hall");
    CHECK(found[0].zone == "Europe/Helsinki");
}

TEST_CASE("days that the planning left out are left out of the recurring event") {
    const auto found = events(planned({"2026-10-05", "2026-10-19", "2026-10-26"}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].recurrence->every_days == 7);
    CHECK(found[0].recurrence->count == 4);
    CHECK(found[0].recurrence->left_out == std::vector{day("2026-10-12")});
}

TEST_CASE("too few meetings, uneven days or two on one day stand alone") {
    CHECK(events(planned({"2026-09-07", "2026-09-14"})).size() == 2);
    const auto uneven = events(planned({"2026-09-07", "2026-09-15", "2026-10-02"}));
    REQUIRE(uneven.size() == 3);
    CHECK(uneven[1].uid == "meeting-2");
    CHECK_FALSE(uneven[1].recurrence);
    CHECK(events(planned({"2026-09-07", "2026-09-07", "2026-09-14"})).size() == 3);
}

TEST_CASE("a moved meeting stands in place of the day it was planned for") {
    FeedGroup group = planned({"2026-09-07", "2026-09-14", "2026-09-21"});
    group.meetings[1].starts = at(day("2026-09-15"), "18:00");
    group.meetings[1].changes = 1;
    group.meetings[1].changed_at = calendar::Instant::parse("2026-09-01T09:00:00Z").value();
    const auto found = events(group);
    REQUIRE(found.size() == 2);
    CHECK(found[1].uid == "series-5");
    CHECK(found[1].in_place_of == at(day("2026-09-14")));
    CHECK(found[1].start == at(day("2026-09-15"), "18:00"));
    CHECK(found[0].sequence == 1);
    CHECK(found[1].sequence == 1);
    CHECK(found[0].changed_at.text() == "2026-09-01T09:00:00Z");
}

TEST_CASE("a cancelled meeting says so, in a series and alone") {
    FeedGroup group = planned({"2026-09-07", "2026-09-14", "2026-09-21"});
    group.meetings[2].cancelled = true;
    auto found = events(group);
    REQUIRE(found.size() == 2);
    CHECK(found[1].cancelled);
    CHECK(found[1].summary == "Cancelled: Meeting");
    CHECK(found[1].in_place_of == at(day("2026-09-21")));
    group.meetings.erase(group.meetings.begin());
    found = events(group);
    REQUIRE(found.size() == 2);
    CHECK(found[1].cancelled);
    CHECK_FALSE(found[1].in_place_of);
}

TEST_CASE("what most meetings have is said once, what differs in its place") {
    FeedGroup group = planned({"2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"});
    for (reports::FeedMeeting& meeting : group.meetings)
        meeting.minutes = 90;
    group.meetings[0].venue = "school";
    group.meetings[3].minutes = 60;
    const auto found = events(group);
    REQUIRE(found.size() == 3);
    CHECK(found[0].place == "hall");
    CHECK(found[0].minutes == 90);
    CHECK(found[1].place == "school");
    CHECK(found[1].in_place_of == at(day("2026-09-07")));
    CHECK(found[2].minutes == 60);
}

TEST_CASE("meetings that are not of the feed are left out, and their changes count all the same") {
    FeedGroup group = planned({"2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28", "2026-10-05"});
    group.meetings[0].told = group.meetings[2].told = false;
    group.meetings[0].changes = 4;
    const auto found = events(group);
    REQUIRE(found.size() == 1);
    CHECK(found[0].start == at(day("2026-09-14")));
    CHECK(found[0].recurrence->count == 4);
    CHECK(found[0].recurrence->left_out == std::vector{day("2026-09-21")});
    CHECK(found[0].sequence == 4);
    for (reports::FeedMeeting& meeting : group.meetings)
        meeting.told = false;
    CHECK(events(group).empty());
}

TEST_CASE("a meeting that was added later stands alone") {
    FeedGroup group = planned({"2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"});
    group.meetings[3].planned_batch = 2;
    const auto found = events(group);
    REQUIRE(found.size() == 2);
    CHECK(found[0].recurrence->count == 3);
    CHECK(found[1].uid == "meeting-4");
}
