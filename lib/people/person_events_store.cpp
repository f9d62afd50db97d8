#include "people/person_events.hpp"

#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace peergroup::people {

namespace {

constexpr std::string_view column_of_events = "person_event.record";

} // namespace

const std::vector<std::string>& person_events() {
    static const std::vector<std::string> events = {"case_closed", "death", "handed_over"};
    return events;
}

EventRegister::EventRegister(store::Transaction& transaction, const vault::KeyRing& ring)
    : transaction_(transaction), keys_(transaction, ring),
      read_(transaction.prepare(R"sql(SELECT record FROM person_event WHERE person = $1)sql")) {}

PersonEvents EventRegister::of(std::int64_t person) {
    PersonEvents events;
    const auto row = read_.bind(person).one();
    if (!row) return events;
    std::istringstream lines(keys_.unseal(person, column_of_events, row->text(0)));
    for (std::string event, text; lines >> event >> text;)
        events.emplace(event, calendar::Date::parse(text).value());
    return events;
}

void EventRegister::write(std::int64_t person, const PersonEvents& events) {
    std::string record;
    for (const auto& [event, day] : events)
        record += fmt::format("{} {}\n", event, day.iso());
    transaction_
        .prepare(R"sql(INSERT INTO person_event (person, record) VALUES ($1, $2)
                       ON CONFLICT (person) DO UPDATE SET record = excluded.record)sql")
        .bind(person, store::Blob{keys_.seal(person, column_of_events, record)})
        .run();
}

void state_event(store::Database& database, const vault::Journal& journal, const EventStatement& statement) {
    if (std::ranges::find(person_events(), statement.event) == person_events().end())
        throw Problem(ProblemKind::usage, "unknown-event", fmt::format("\"{}\" is no event that is waited for", statement.event),
                      "EVENT",
                      statement.event == "birth" ? "state the birth date with `peergroup person edit`"
                                                 : language::did_you_mean(statement.event, person_events()));
    store::Transaction transaction = database.write();
    PersonRegister people(transaction, journal.keys());
    require_unrestricted(people, statement.person, journal.actor());
    EventRegister stored(transaction, journal.keys());
    PersonEvents events = stored.of(statement.person.number());
    if (statement.day)
        events[statement.event] = *statement.day;
    else if (events.erase(statement.event) == 0)
        throw Problem(ProblemKind::refused, "no-such-event",
                      fmt::format("{} of {} is not stated", statement.event, statement.person.text()));
    stored.write(statement.person.number(), events);
    journal.record_change(transaction, {people.find(statement.person.number())->region},
                          {statement.person.text(), statement.day ? "event=1" : "event-removed=1"});
    transaction.commit();
}

PersonEvents events_of(store::Transaction& transaction, const vault::KeyRing& keys, PersonCode code, const vault::Actor& actor) {
    PersonRegister people(transaction, keys);
    require_person(people, code, actor);
    return EventRegister(transaction, keys).of(code.number());
}

} // namespace peergroup::people
