#include "reminders/events.hpp"

#include "people/person.hpp"

#include <algorithm>

namespace peergroup::reminders {

using catalogue::ReminderAbout;

namespace {

calendar::Date day_of(const std::string& text) {
    return calendar::Date::parse(text).value();
}

std::optional<calendar::LocalTime> time_of(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::LocalTime::parse(row.text(column)) : std::nullopt;
}

Event read_session(const store::Row& row) {
    Event event;
    event.id = row.integer(0);
    event.group = row.integer(1);
    event.day = day_of(row.text(2));
    event.time = time_of(row, 3);
    event.logged = row.text(4) == "held";
    event.venue = row.text_or_empty(5);
    event.group_code = row.text(6);
    event.type = row.text(7);
    event.region = row.text(8);
    event.municipality = row.text_or_empty(9);
    event.language = row.text_or_empty(10);
    event.for_children = row.text_or_empty(11) == "children" || (row.has(12) && row.integer(12) < people::age_of_majority);
    return event;
}

} // namespace

// Of the two sides of a pair at the same time the parents' session stands for both, and comes first.
Events::Events(store::Transaction& transaction)
    : transaction_(transaction),
      sessions_(transaction.prepare(
          R"sql(SELECT coalesce(o.id, s.id), s.peer_group, s.starts_on, s.starts_at, s.state, coalesce(s.venue, g.venue), g.code,
                       g.type, g.region, g.municipality, g.language, g.side, g.age_max
                FROM session s JOIN peer_group g ON g.id = s.peer_group
                LEFT JOIN session o ON g.side = 'children' AND o.peer_group = g.other_side AND o.ordinal = s.ordinal
                    AND o.starts_on = s.starts_on AND o.state <> 'cancelled'
                    AND (o.starts_at = s.starts_at OR (o.starts_at IS NULL AND s.starts_at IS NULL))
                WHERE s.starts_on >= $1 AND s.starts_on <= $2 AND s.state <> 'cancelled' AND g.state = 'running'
                ORDER BY s.starts_on, 1, CASE WHEN g.side = 'children' THEN 1 ELSE 0 END)sql")),
      group_(transaction.prepare(
          R"sql(SELECT code, type, region, municipality, venue, language, side, age_max FROM peer_group WHERE id = $1)sql")) {}

std::vector<Event> Events::sessions(const DayRange& days) {
    std::vector<Event> events;
    sessions_.bind(days.first.iso(), days.last.iso()).each([&](const store::Row& row) { events.push_back(read_session(row)); });
    return events;
}

std::optional<Event> Events::session(std::int64_t session) {
    const auto row = transaction_.prepare(R"sql(SELECT peer_group, starts_on FROM session WHERE id = $1)sql").bind(session).one();
    if (!row) return std::nullopt;
    const std::int64_t group = row->integer(0);
    const calendar::Date day = day_of(row->text(1));
    for (Event& event : sessions({day, day}))
        if (event.group == group && (event.id == session || event.for_children)) return std::move(event);
    return std::nullopt;
}

std::vector<Event> Events::interviews(const DayRange& days) {
    std::vector<Event> events;
    transaction_
        .prepare(R"sql(SELECT r.id, r.person, r.peer_group, r.type, r.region, r.scheduled_on FROM referral r
                       WHERE r.state = 'interview_scheduled' AND r.scheduled_on >= $1 AND r.scheduled_on <= $2
                       AND NOT EXISTS (SELECT 1 FROM member m WHERE m.person = r.person AND m.referral = r.id)
                       ORDER BY r.scheduled_on, r.id)sql")
        .bind(days.first.iso(), days.last.iso())
        .each([&](const store::Row& row) {
            events.push_back({.about = ReminderAbout::interview,
                              .id = row.integer(0),
                              .person = row.integer(1),
                              .group = row.maybe_integer(2).value_or(0),
                              .type = row.text(3),
                              .region = row.text(4),
                              .day = day_of(row.text(5))});
        });
    for (Event& event : events)
        if (event.group != 0) event = with_group(std::move(event));
    return events;
}

Event Events::with_group(Event event) {
    const store::Row row = group_.bind(event.group).one().value();
    event.group_code = row.text(0);
    event.type = row.text(1);
    event.region = row.text(2);
    event.municipality = row.text_or_empty(3);
    event.venue = row.text_or_empty(4);
    event.language = row.text_or_empty(5);
    event.for_children = row.text_or_empty(6) == "children" || (row.has(7) && row.integer(7) < people::age_of_majority);
    return event;
}

std::vector<Event> Events::offers_ending(const DayRange& days) {
    std::vector<Event> events;
    transaction_
        .prepare(R"sql(SELECT change_seq, person, peer_group, until_on, made_on FROM offer
                       WHERE answer IS NULL AND until_on >= $1 AND until_on <= $2 ORDER BY until_on, change_seq)sql")
        .bind(days.first.iso(), days.last.iso())
        .each([&](const store::Row& row) {
            events.push_back({.about = ReminderAbout::offer,
                              .id = row.integer(0),
                              .person = row.integer(1),
                              .group = row.integer(2),
                              .day = day_of(row.text(3)),
                              .made_on = day_of(row.text(4))});
        });
    for (Event& event : events)
        event = with_group(std::move(event));
    return events;
}

std::vector<Event> Events::offers_made(const DayRange& days) {
    std::vector<Event> events;
    for (Event& event : offers_ending({days.first, calendar::Date::parse("2400-12-31").value()}))
        if (days.first <= event.made_on && event.made_on <= days.last) events.push_back(std::move(event));
    return events;
}

std::vector<Event> Events::enrolments_made(const DayRange& days) {
    std::vector<Event> events;
    transaction_
        .prepare(R"sql(SELECT n.change_seq, n.person, n.peer_group, n.asked_on, e.from_on FROM enrolment_notice n
                       JOIN enrolment e ON e.peer_group = n.peer_group AND e.person = n.person AND e.episode = n.episode
                       WHERE n.asked_on >= $1 AND n.asked_on <= $2 AND e.state = 'enrolled' ORDER BY n.asked_on, n.change_seq)sql")
        .bind(days.first.iso(), days.last.iso())
        .each([&](const store::Row& row) {
            events.push_back({.about = ReminderAbout::enrolment,
                              .id = row.integer(0),
                              .person = row.integer(1),
                              .group = row.integer(2),
                              .day = day_of(row.text(4)),
                              .made_on = day_of(row.text(3))});
        });
    for (Event& event : events)
        event = with_first_meeting(with_group(std::move(event)));
    return events;
}

Event Events::with_first_meeting(Event event) {
    const auto row = transaction_
                         .prepare(R"sql(SELECT starts_on, starts_at, venue FROM session
                                        WHERE peer_group = $1 AND starts_on >= $2 AND state <> 'cancelled'
                                        ORDER BY starts_on, starts_at LIMIT 1)sql")
                         .bind(event.group, event.day.iso())
                         .one();
    if (!row) return event;
    event.day = day_of(row->text(0));
    event.time = time_of(*row, 1);
    if (row->has(2)) event.venue = row->text(2);
    return event;
}

std::vector<Event> Events::of_rule(const catalogue::ReminderRule& rule, const DayRange& days) {
    std::vector<Event> events;
    switch (rule.about) {
    case ReminderAbout::session:
        events = sessions(days);
        break;
    case ReminderAbout::interview:
        events = interviews(days);
        break;
    case ReminderAbout::offer:
        events = rule.from_made ? offers_made(days) : offers_ending(days);
        break;
    case ReminderAbout::enrolment:
        events = enrolments_made(days);
        break;
    }
    std::erase_if(events, [&](const Event& event) {
        return !rule.is_for(event.type, event.region) || (rule.unlogged_only && event.logged);
    });
    return events;
}

} // namespace peergroup::reminders
