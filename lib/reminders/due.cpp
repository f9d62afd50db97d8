#include "reminders/due.hpp"

#include <algorithm>

namespace peergroup::reminders {

using calendar::Date;
using calendar::Instant;
using calendar::LocalTime;

namespace {

constexpr int seconds_a_minute = 60;
constexpr int seconds_a_day = 86400;
const LocalTime midnight;

/// What a message announces has begun; for what has only a day, the day is over.
Instant beginning_of(const Event& event, const calendar::Zone& zone) {
    return event.time ? zone.instant(event.day, *event.time) : zone.instant(event.day.plus_days(1), midnight);
}

} // namespace

QuietHours::QuietHours(const catalogue::ReminderRules& rules, const calendar::Zone& zone) : rules_(rules), zone_(zone) {}

bool QuietHours::holds(Instant instant) const {
    if (!rules_.quiet_from || !rules_.quiet_to || rules_.quiet_from == rules_.quiet_to) return false;
    const LocalTime time = zone_.local_time(instant);
    const bool over_midnight = *rules_.quiet_to < *rules_.quiet_from;
    const bool late = *rules_.quiet_from < time;
    const bool early = time < *rules_.quiet_to;
    return over_midnight ? late || early : late && early;
}

Instant QuietHours::end(Instant instant) const {
    if (!holds(instant)) return instant;
    const Date day = zone_.local_date(instant);
    const bool tomorrow = *rules_.quiet_to <= zone_.local_time(instant);
    return zone_.instant(day.plus_days(tomorrow ? 1 : 0), *rules_.quiet_to);
}

Instant QuietHours::beginning(Instant instant) const {
    if (!holds(instant)) return instant;
    const Date day = zone_.local_date(instant);
    const bool yesterday = zone_.local_time(instant) < *rules_.quiet_from;
    return zone_.instant(day.plus_days(yesterday ? -1 : 0), *rules_.quiet_from);
}

Due due_of(const catalogue::ReminderRule& rule, const Event& event, const calendar::Zone& zone, const QuietHours& quiet) {
    const Instant begins = beginning_of(event, zone);
    const Date from = rule.from_made ? event.made_on : event.day;
    const Instant stated = rule.minutes ? begins.plus_seconds(std::int64_t{*rule.minutes} * seconds_a_minute)
                                        : zone.instant(from.plus_days(*rule.days), *rule.at);
    const bool announces = stated < begins;
    Instant at = quiet.end(stated);
    if (announces && begins <= at) at = quiet.beginning(stated);
    Instant last = at.plus_seconds(std::int64_t{rule.max_age_minutes} * seconds_a_minute);
    if (announces) last = std::min(last, begins);
    return {at, last};
}

// Quiet hours move a message by less than a day, a clock change by an hour.
DayRange days_of(const catalogue::ReminderRule& rule, const calendar::Zone& zone, Instant first, Instant last) {
    const int seconds = rule.minutes ? *rule.minutes * seconds_a_minute : *rule.days * seconds_a_day;
    return {zone.local_date(first.plus_seconds(-seconds)).plus_days(-1),
            zone.local_date(last.plus_seconds(-seconds)).plus_days(1)};
}

} // namespace peergroup::reminders
