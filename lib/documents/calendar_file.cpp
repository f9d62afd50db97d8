#include "documents/calendar_file.hpp"

#include "language/text.hpp"

#include <climits>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <libical/ical.h>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace peergroup::documents {

namespace {

using calendar::PosixRule;

constexpr const char* product = "-//peergroup//calendar//EN";
constexpr std::size_t most_octets = 75; // RFC 5545, section 3.1
constexpr int hours_between_readings = 6;
constexpr int minutes_in_day = 24 * 60;
constexpr int seconds_in_day = minutes_in_day * 60;
constexpr int first_year = 1970; // from which the rules of a zone are said to hold

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

void add(icalcomponent* component, icalproperty* property) {
    icalcomponent_add_property(component, property);
}

/// What a reader shows as text is one line, in which nothing steers it.
std::string inert(const std::string& text) {
    return language::printable(text);
}

void add_named(icalcomponent* component, const char* name, const std::string& value) {
    icalproperty* const property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    add(component, property);
}

icaltimetype day_of(calendar::Date day) {
    icaltimetype time = icaltime_null_date();
    time.year = day.year();
    time.month = static_cast<int>(day.month());
    time.day = static_cast<int>(day.day());
    return time;
}

icaltimetype time_of(calendar::Date day, int seconds) {
    icaltimetype time = day_of(day);
    time.is_date = 0;
    time.hour = seconds / 3600;
    time.minute = seconds / 60 % 60;
    time.second = seconds % 60;
    return time;
}

icaltimetype time_of(const EventTime& time) {
    return time.time ? time_of(time.day, time.time->minutes() * 60) : day_of(time.day);
}

icaltimetype utc_of(calendar::Instant instant) {
    std::int64_t days = instant.seconds() / seconds_in_day;
    std::int64_t seconds = instant.seconds() % seconds_in_day;
    if (seconds < 0) {
        seconds += seconds_in_day;
        --days;
    }
    icaltimetype time = time_of(calendar::Date::from_days(days), static_cast<int>(seconds));
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

icalrecurrencetype recurrence_of(const std::string& rule) {
    return icalrecurrencetype_from_string(rule.c_str());
}

bool is_written(const PosixRule::ChangeDay& change) {
    return change.kind == PosixRule::ChangeDay::Kind::month_week_day && change.time_seconds >= 0 &&
           change.time_seconds < seconds_in_day;
}

/// One of the two times of the year: since when, on which clock before, on which from then on.
struct Observance {
    const PosixRule::ChangeDay& change;
    int before;
    int after;
};

void add_observance(icalcomponent* part, const Observance& observance) {
    static constexpr std::array weekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    const PosixRule::ChangeDay& change = observance.change;
    const int week = change.week == 5 ? -1 : change.week; // the fifth is the last
    add(part, icalproperty_new_dtstart(time_of(calendar::day_in_year(change, first_year).value(), change.time_seconds)));
    add(part, icalproperty_new_tzoffsetfrom(observance.before));
    add(part, icalproperty_new_tzoffsetto(observance.after));
    add(part, icalproperty_new_rrule(recurrence_of(fmt::format("FREQ=YEARLY;BYMONTH={};BYDAY={}{}", change.month, week,
                                                               weekdays.at(static_cast<std::size_t>(change.day))))));
}

icalcomponent* component_of(const CalendarZone& zone) {
    if (!can_be_written(zone.rule)) throw std::invalid_argument("no calendar can state the clock of " + zone.name);
    Component component(icalcomponent_new_vtimezone());
    add(component.get(), icalproperty_new_tzid(zone.name.c_str()));
    const int standard = zone.rule.standard_offset();
    icalcomponent* const winter = icalcomponent_new_xstandard();
    icalcomponent_add_component(component.get(), winter);
    if (const auto& summer = zone.rule.summer()) {
        icalcomponent* const daylight = icalcomponent_new_xdaylight();
        icalcomponent_add_component(component.get(), daylight);
        add_observance(daylight, {summer->start, standard, summer->offset});
        add_observance(winter, {summer->end, summer->offset, standard});
    } else {
        add(winter, icalproperty_new_dtstart(time_of(*calendar::Date::of(first_year, 1, 1), 0)));
        add(winter, icalproperty_new_tzoffsetfrom(standard));
        add(winter, icalproperty_new_tzoffsetto(standard));
    }
    return component.release();
}

/// With its zone, unless it is a day.
void add_timed(icalcomponent* component, icalproperty* property, const CalendarEvent& event, const EventTime& time) {
    if (time.time) icalproperty_add_parameter(property, icalparameter_new_tzid(event.zone.c_str()));
    add(component, property);
}

void add_end(icalcomponent* component, const CalendarEvent& event) {
    if (!event.start.time || !event.minutes) return;
    const int minutes = event.start.time->minutes() + *event.minutes;
    const calendar::Date day = event.start.day.plus_days(minutes / minutes_in_day);
    add_timed(component, icalproperty_new_dtend(time_of(day, minutes % minutes_in_day * 60)), event, event.start);
}

void add_recurrence(icalcomponent* component, const CalendarEvent& event) {
    const Recurrence& recurrence = *event.recurrence;
    const bool weekly = recurrence.every_days % 7 == 0;
    add(component, icalproperty_new_rrule(
                       recurrence_of(fmt::format("FREQ={};INTERVAL={};COUNT={}", weekly ? "WEEKLY" : "DAILY",
                                                 weekly ? recurrence.every_days / 7 : recurrence.every_days, recurrence.count))));
    for (const calendar::Date day : recurrence.left_out) {
        const EventTime left_out{day, event.start.time};
        add_timed(component, icalproperty_new_exdate(time_of(left_out)), event, left_out);
    }
}

icalcomponent* component_of(const CalendarEvent& event) {
    Component component(icalcomponent_new_vevent());
    icalcomponent* const part = component.get();
    const icaltimetype changed = utc_of(event.changed_at);
    add(part, icalproperty_new_uid(inert(event.uid).c_str()));
    add(part, icalproperty_new_dtstamp(changed));
    add(part, icalproperty_new_lastmodified(changed));
    add(part, icalproperty_new_sequence(static_cast<int>(std::min<std::int64_t>(event.sequence, INT_MAX))));
    if (event.in_place_of) add_timed(part, icalproperty_new_recurrenceid(time_of(*event.in_place_of)), event, *event.in_place_of);
    add_timed(part, icalproperty_new_dtstart(time_of(event.start)), event, event.start);
    add_end(part, event);
    if (event.recurrence) add_recurrence(part, event);
    add(part, icalproperty_new_summary(inert(event.summary).c_str()));
    if (!event.place.empty()) add(part, icalproperty_new_location(inert(event.place).c_str()));
    add(part, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    add(part, icalproperty_new_status(event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    add(part, icalproperty_new_transp(event.cancelled ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
    return component.release();
}

/// Adds a line with its end, folded so that no letter is taken apart.
void add_folded(std::string& text, std::string_view line) {
    for (std::size_t room = most_octets; line.size() > room; room = most_octets - 1) {
        std::size_t taken = room;
        while (taken > 0 && (static_cast<unsigned char>(line[taken]) & 0xc0U) == 0x80U)
            --taken;
        text.append(line.substr(0, taken)).append("\r\n ");
        line.remove_prefix(taken);
    }
    text.append(line).append("\r\n");
}

// libical 3.0 folds within the end of a line that is just full, which leaves a lone carriage return behind.
std::string folded_anew(std::string_view text) {
    constexpr std::string_view fold = "\r\n ";
    std::string unfolded;
    unfolded.reserve(text.size());
    for (std::size_t found = text.find(fold); found != std::string_view::npos; found = text.find(fold)) {
        unfolded.append(text.substr(0, found));
        text.remove_prefix(found + fold.size());
    }
    unfolded.append(text);
    std::string folded;
    folded.reserve(unfolded.size() + unfolded.size() / 16);
    std::string_view rest = unfolded;
    for (std::size_t end = rest.find("\r\n"); end != std::string_view::npos; end = rest.find("\r\n")) {
        add_folded(folded, rest.substr(0, end));
        rest.remove_prefix(end + 2);
    }
    return folded;
}

} // namespace

bool can_be_written(const PosixRule& rule) {
    return !rule.summer() || (is_written(rule.summer()->start) && is_written(rule.summer()->end));
}

std::string calendar_heading() {
    return fmt::format("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{}\r\n", product);
}

std::string calendar_text(const CalendarFile& file) {
    icalerror_set_errors_are_fatal(0);
    const Component whole(icalcomponent_new_vcalendar());
    add(whole.get(), icalproperty_new_version("2.0"));
    add(whole.get(), icalproperty_new_prodid(product));
    add(whole.get(), icalproperty_new_calscale("GREGORIAN"));
    add(whole.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    if (!file.mark.empty()) add_named(whole.get(), "X-WR-RELCALID", inert(file.mark));
    add(whole.get(), icalproperty_new_name(inert(file.name).c_str()));
    add_named(whole.get(), "X-WR-CALNAME", inert(file.name));
    add(whole.get(), icalproperty_new_refreshinterval(icaldurationtype_from_int(hours_between_readings * 3600)));
    add_named(whole.get(), "X-PUBLISHED-TTL", fmt::format("PT{}H", hours_between_readings));
    for (const CalendarZone& zone : file.zones)
        icalcomponent_add_component(whole.get(), component_of(zone));
    for (const CalendarEvent& event : file.events)
        icalcomponent_add_component(whole.get(), component_of(event));
    const std::unique_ptr<char, void (*)(void*)> text(icalcomponent_as_ical_string_r(whole.get()), icalmemory_free_buffer);
    return folded_anew(text.get());
}

} // namespace peergroup::documents
