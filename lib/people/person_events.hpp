#pragma once

#include "calendar/date.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"
#include "vault/person_keys.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::people {

/// The events that can be stated of a person, with the day of each: `case_closed`, `death`, `handed_over` (what was recorded of
/// the person has been taken over by the register that is kept for good). A birth is the birth date.
using PersonEvents = std::map<std::string, calendar::Date>;
const std::vector<std::string>& person_events();

/// The events of people in one transaction, sealed with each one's key.
class EventRegister {
public:
    EventRegister(store::Transaction& transaction, const vault::KeyRing& ring);

    PersonEvents of(std::int64_t person);
    void write(std::int64_t person, const PersonEvents& events);

private:
    store::Transaction& transaction_;
    vault::PersonKeys keys_;
    store::Statement read_;
};

/// That an event was on a day, in place of what was stated of it before; without a day that is taken back.
struct EventStatement {
    PersonCode person;
    std::string event;
    std::optional<calendar::Date> day = {};
};

/// Records it. Throws Problem: usage `unknown-event`, refused `no-such-event`, and as `require_person` does.
void state_event(store::Database& database, const vault::Journal& journal, const EventStatement& statement);

/// The events that are known of the person. Throws Problem as `require_person` does.
PersonEvents events_of(store::Transaction& transaction, const vault::KeyRing& keys, PersonCode code, const vault::Actor& actor);

} // namespace peergroup::people
