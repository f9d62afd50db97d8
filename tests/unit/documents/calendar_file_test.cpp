#include "documents/calendar_file.hpp"
#include "unit/calendar/days.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace peergroup;
using namespace peergroup::documents;

namespace {

CalendarZone helsinki() {
    return {"Europe/Helsinki", calendar::PosixRule::parse("EET-2EEST,M3.5.0/3,M10.5.0/4").value()};
}

EventTime at(std::string_view date, std::string_view time = "17:00") {
    return {calendar::Date::parse(date).value(), calendar::LocalTime::parse(time)};
}

CalendarEvent meeting() {
    CalendarEvent event{.uid = "u1"};
    event.sequence = 3;
    event.changed_at = calendar::Instant::parse("2026-01-15T09:00:00Z").value();
    event.zone = "Europe/Helsinki";
    event.start = at("2026-09-07");
    event.summary = "Tapaaminen";
    return event;
}

std::string text_of(const CalendarEvent& event) {
    return calendar_text({.name = "Tapaamiset", .zones = {helsinki()}, .events = {event}});
}

bool has_line(const std::string& text, const std::string& line) {
    return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find("\r\n", begin);
        REQUIRE(end != std::string::npos);
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 2;
    }
    return lines;
}

std::string unfolded(std::string_view text) {
    std::string whole;
    for (std::size_t fold = text.find("\r\n "); fold != std::string_view::npos; fold = text.find("\r\n ")) {
        whole += text.substr(0, fold);
        text.remove_prefix(fold + 3);
    }
    return whole.append(text);
}

} // namespace

TEST_CASE("a calendar begins as every calendar of this program does, and says what it is") {
    const std::string text = calendar_text({.name = "Tapaamiset", .mark = "m1", .zones = {helsinki()}});
    CHECK(text.starts_with(calendar_heading()));
    for (const char* const line : {"CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-RELCALID:m1", "NAME:Tapaamiset",
                                   "X-WR-CALNAME:Tapaamiset", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"})
        CHECK_MESSAGE(has_line(text, line), line);
    CHECK(text.ends_with("END:VCALENDAR\r\n"));
}

TEST_CASE("a zone is two rules, from the last Sundays of March and October") {
    const std::string text = calendar_text({.name = "", .zones = {helsinki()}});
    CHECK(text.find("BEGIN:STANDARD\r\nDTSTART:19701025T040000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\n"
                    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n") != std::string::npos);
    CHECK(text.find("BEGIN:DAYLIGHT\r\nDTSTART:19700329T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\n"
                    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n") != std::string::npos);
}

TEST_CASE("a zone that never changes its clock is one rule, and one that no calendar can state is refused") {
    const auto fixed = calendar::PosixRule::parse("<+03>-3").value();
    const std::string text = calendar_text({.name = "", .zones = {{"Europe/Minsk", fixed}}});
    CHECK(has_line(text, "TZOFFSETTO:+0300"));
    CHECK(text.find("DAYLIGHT") == std::string::npos);
    const auto by_day_number = calendar::PosixRule::parse("EET-2EEST,J60,J300").value();
    CHECK_FALSE(can_be_written(by_day_number));
    CHECK_THROWS_AS(calendar_text({.name = "", .zones = {{"Nowhere", by_day_number}}}), std::invalid_argument);
}

TEST_CASE("an event says when it is on the wall clock of its zone, and when it was changed in UTC") {
    CalendarEvent event = meeting();
    event.minutes = 90;
    event.place = "Keskuskatu 1";
    const std::string text = text_of(event);
    for (const char* const line :
         {"UID:u1", "DTSTAMP:20260115T090000Z", "LAST-MODIFIED:20260115T090000Z", "SEQUENCE:3",
          "DTSTART;TZID=Europe/Helsinki:20260907T170000", "DTEND;TZID=Europe/Helsinki:20260907T183000", "SUMMARY:Tapaaminen",
          "LOCATION:Keskuskatu 1", "CLASS:PRIVATE", "STATUS:CONFIRMED", "TRANSP:OPAQUE"})
        CHECK_MESSAGE(has_line(text, line), line);
}

TEST_CASE("an event may end on the next day, and without minutes or a place it states none") {
    CalendarEvent event = meeting();
    event.start = at("2026-12-31", "23:30");
    event.minutes = 60;
    CHECK(has_line(text_of(event), "DTEND;TZID=Europe/Helsinki:20270101T003000"));
    event.minutes.reset();
    CHECK(text_of(event).find("DTEND") == std::string::npos);
    CHECK(text_of(event).find("LOCATION") == std::string::npos);
}

TEST_CASE("an event without a time takes the day, whatever its length") {
    CalendarEvent event = meeting();
    event.start.time.reset();
    event.minutes = 90;
    event.recurrence = Recurrence{.every_days = 7, .count = 3, .left_out = {day("2026-09-14")}};
    const std::string text = text_of(event);
    CHECK(has_line(text, "DTSTART;VALUE=DATE:20260907"));
    CHECK(has_line(text, "EXDATE;VALUE=DATE:20260914"));
    CHECK(text.find("DTEND") == std::string::npos);
}

TEST_CASE("a recurring event counts weeks or days, and leaves days out at its own time of day") {
    CalendarEvent event = meeting();
    event.recurrence = Recurrence{.every_days = 14, .count = 8, .left_out = {day("2026-09-21"), day("2026-10-19")}};
    std::string text = text_of(event);
    CHECK(has_line(text, "RRULE:FREQ=WEEKLY;COUNT=8;INTERVAL=2"));
    CHECK(has_line(text, "EXDATE;TZID=Europe/Helsinki:20260921T170000"));
    CHECK(has_line(text, "EXDATE;TZID=Europe/Helsinki:20261019T170000"));
    event.recurrence = Recurrence{.every_days = 10, .count = 3};
    CHECK(has_line(text_of(event), "RRULE:FREQ=DAILY;COUNT=3;INTERVAL=10"));
}

TEST_CASE("one time of a recurring event names the time that it stands for, and a cancelled one blocks nobody's day") {
    CalendarEvent event = meeting();
    event.in_place_of = at("2026-09-08", "16:30");
    event.cancelled = true;
    const std::string text = text_of(event);
    CHECK(has_line(text, "RECURRENCE-ID;TZID=Europe/Helsinki:20260908T163000"));
    CHECK(has_line(text, "STATUS:CANCELLED"));
    CHECK(has_line(text, "TRANSP:TRANSPARENT"));
}

TEST_CASE("texts cannot add lines or steer a reader") {
    CalendarEvent event = meeting();
    event.summary = "a\r\nATTENDEE:mailto:x@example.org\n\x01;,\\\xe2\x80\xae";
    event.place = std::string("b\0c", 3);
    const std::string text = unfolded(text_of(event));
    CHECK(has_line(text, R"(SUMMARY:a\\u{d}\\u{a}ATTENDEE:mailto:x@example.org\\u{a}\\u{1}\;\,\\\\u{202e})"));
    CHECK(text.find("LOCATION:b\\\\u{0}c") != std::string::npos);
}

TEST_CASE("a line of any length is folded, also one that is just full") {
    for (std::size_t length = 1; length < 200; ++length) {
        CalendarEvent event = meeting();
        event.summary = std::string(length, 'x');
        event.place = std::string(length, 'y') + "\xc3\xa4";
        const std::string text = text_of(event);
        for (const std::string& line : lines_of(text)) {
            CHECK(line.size() <= 75);
            CHECK(line.find('\r') == std::string::npos);
        }
        CHECK(has_line(unfolded(text), "SUMMARY:" + event.summary));
        CHECK(has_line(unfolded(text), "LOCATION:" + event.place));
    }
}

TEST_CASE("lines have at most 75 octets, and folding takes no letter apart") {
    CalendarEvent event = meeting();
    for (int count = 0; count < 200; ++count)
        event.summary += "\xc3\xa4";
    const std::string text = text_of(event);
    for (const std::string& line : lines_of(text)) {
        CHECK(line.size() <= 75);
        CHECK_FALSE((static_cast<unsigned char>(line.back()) == 0xc3));
    }
    CHECK(unfolded(text).find("SUMMARY:" + event.summary + "\r\n") != std::string::npos);
}

TEST_CASE("a text of a mebibyte is written like any other") {
    CalendarEvent event = meeting();
    event.summary.assign(std::size_t{1} << 20U, 'x');
    CHECK(has_line(unfolded(text_of(event)), "SUMMARY:" + event.summary));
}
