#include "reminders/due.hpp"
#include "unit/field/reminders_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using peergroup::catalogue::ReminderRule;
using peergroup::catalogue::ReminderRules;

namespace {

const calendar::Zone helsinki = calendar::Zone::load("Europe/Helsinki").value();

ReminderRules quiet_nights() {
    ReminderRules rules;
    rules.quiet_from = calendar::LocalTime::parse("21:00");
    rules.quiet_to = calendar::LocalTime::parse("08:00");
    return rules;
}

reminders::Event event_on(std::string_view date, std::string_view time = "17:00") {
    reminders::Event event;
    event.day = day(date);
    event.time = calendar::LocalTime::parse(time);
    return event;
}

ReminderRule at_time(int days, std::string_view time, int max_age_hours = 20) {
    ReminderRule rule{.id = "rule"};
    rule.days = days;
    rule.at = calendar::LocalTime::parse(time);
    rule.max_age_minutes = 60 * max_age_hours;
    return rule;
}

ReminderRule hours_before(int hours) {
    ReminderRule rule{.id = "rule"};
    rule.minutes = -60 * hours;
    rule.max_age_minutes = 60 * 20;
    return rule;
}

std::string due(const ReminderRule& rule, const reminders::Event& event) {
    const ReminderRules rules = quiet_nights();
    const reminders::Due due = reminders::due_of(rule, event, helsinki, reminders::QuietHours(rules, helsinki));
    return due.at.text() + " " + due.last.text();
}

} // namespace

TEST_CASE("a time of day is that of the wall clock, whatever the clock change in between") {
    CHECK(due(at_time(-1, "16:00"), event_on("2026-03-28")) == "2026-03-27T14:00:00Z 2026-03-28T10:00:00Z");
    CHECK(due(at_time(-1, "16:00"), event_on("2026-03-29")) == "2026-03-28T14:00:00Z 2026-03-29T10:00:00Z");
    CHECK(due(at_time(-1, "16:00"), event_on("2026-03-30")) == "2026-03-29T13:00:00Z 2026-03-30T09:00:00Z");
    CHECK(due(at_time(-1, "16:00"), event_on("2026-10-25")) == "2026-10-24T13:00:00Z 2026-10-25T09:00:00Z");
}

TEST_CASE("hours are counted as hours, and what is announced is never announced when it has begun") {
    CHECK(due(hours_before(2), event_on("2026-03-29", "12:00")) == "2026-03-29T07:00:00Z 2026-03-29T09:00:00Z");
    CHECK(due(at_time(-1, "16:00", 48), event_on("2026-01-28")) == "2026-01-27T14:00:00Z 2026-01-28T15:00:00Z");
}

TEST_CASE("what falls into quiet hours leaves at their end, and before them where it would be too late") {
    CHECK(due(hours_before(2), event_on("2026-01-28", "09:30")) == "2026-01-28T06:00:00Z 2026-01-28T07:30:00Z");
    CHECK(due(hours_before(2), event_on("2026-01-28", "07:30")) == "2026-01-27T19:00:00Z 2026-01-28T05:30:00Z");
    CHECK(due(at_time(0, "22:00"), event_on("2026-01-28")) == "2026-01-29T06:00:00Z 2026-01-30T02:00:00Z");
}

TEST_CASE("quiet hours begin after their first minute and end with their last") {
    const ReminderRules rules = quiet_nights();
    const reminders::QuietHours quiet(rules, helsinki);
    CHECK_FALSE(quiet.holds(instant("2026-01-28T19:00:00Z")));
    CHECK(quiet.holds(instant("2026-01-28T19:01:00Z")));
    CHECK(quiet.holds(instant("2026-01-29T05:59:00Z")));
    CHECK_FALSE(quiet.holds(instant("2026-01-29T06:00:00Z")));
    CHECK(quiet.beginning(instant("2026-01-29T00:00:00Z")) == instant("2026-01-28T19:00:00Z"));
    CHECK(quiet.end(instant("2026-01-28T21:00:00Z")) == instant("2026-01-29T06:00:00Z"));
}

TEST_CASE("the days that are looked at hold every event that can be due") {
    const ReminderRules rules = quiet_nights();
    for (const ReminderRule& rule : {at_time(-1, "16:00"), at_time(2, "23:30"), hours_before(30), hours_before(-3)})
        for (const char* const date : {"2026-03-28", "2026-03-29", "2026-10-25"})
            for (const char* const time : {"00:10", "09:00", "23:50"}) {
                const reminders::Event event = event_on(date, time);
                const auto at = reminders::due_of(rule, event, helsinki, reminders::QuietHours(rules, helsinki)).at;
                const reminders::DayRange days = reminders::days_of(rule, helsinki, at, at);
                CHECK(days.first <= event.day);
                CHECK(event.day <= days.last);
            }
}
