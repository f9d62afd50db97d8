#pragma once

#include "calendar/date.hpp"
#include "calendar/instant.hpp"
#include "calendar/local_time.hpp"
#include "calendar/posix_rule.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::documents {

/// When an event starts, on the wall clock of its zone; without a time it takes the whole day.
struct EventTime {
    calendar::Date day = {};
    std::optional<calendar::LocalTime> time = {};

    auto operator<=>(const EventTime&) const = default;
};

/// An event that comes again at the same time of day.
struct Recurrence {
    int every_days = 7;
    int count = 1; ///< with the days that are left out
    std::vector<calendar::Date> left_out = {};
};

/// One event, or one time of a recurring event that differs from it.
struct CalendarEvent {
    std::string uid;
    std::int64_t sequence = 0; ///< rises whenever the event was changed
    calendar::Instant changed_at = {};
    std::string zone = {}; ///< IANA name: one of the file's zones
    EventTime start = {};
    std::optional<int> minutes = {}; ///< nothing: no end is stated
    std::string summary = {};
    std::string place = {}; ///< empty: none is stated
    bool cancelled = false;
    std::optional<Recurrence> recurrence = {};
    std::optional<EventTime> in_place_of = {}; ///< of a recurring event of the same uid
};

/// A clock by the rule that it follows.
struct CalendarZone {
    std::string name; ///< IANA: `Europe/Helsinki`
    calendar::PosixRule rule;
};

/// A calendar as others read it: everything in it is marked private.
struct CalendarFile {
    std::string name;
    std::string mark = {}; ///< by which whoever wrote the file knows it again; or empty
    std::vector<CalendarZone> zones = {};
    std::vector<CalendarEvent> events = {};
};

/// Whether a calendar can state the rule: one that changes on a day of a week in a month, within that day.
bool can_be_written(const calendar::PosixRule& rule);

/// How every calendar of this program begins.
std::string calendar_heading();

/// The bytes of the file by RFC 5545, with what RFC 7986 and common readers add: lines of at most 75 octets that end in CRLF,
/// each zone as two rules, texts of one line in which what would steer a reader is spelt out. The same value gives the same
/// bytes. Throws std::invalid_argument for a zone whose rule cannot be written.
std::string calendar_text(const CalendarFile& file);

} // namespace peergroup::documents
