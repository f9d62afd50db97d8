#include "stewardship/rotation.hpp"

#include "groups/session_notes.hpp"
#include "people/person_register.hpp"

#include <fmt/format.h>

namespace peergroup::stewardship {

Rotation rotate_region(store::Database& database, const vault::Journal& journal, const std::string& region) {
    store::Transaction transaction = database.write();
    Rotation done{.version = journal.keys().newest(region).version};
    done.people = people::PersonRegister(transaction, journal.keys()).renew_keys(region);
    done.notes = groups::SessionNotes(transaction, journal.keys()).renew(region);
    journal.record_change(transaction, {region},
                          {fmt::format("key {}", done.version), fmt::format("people={} notes={}", done.people, done.notes)});
    transaction.commit();
    return done;
}

} // namespace peergroup::stewardship
