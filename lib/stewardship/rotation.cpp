#include "stewardship/rotation.hpp"

#include "facilitators/facilitator_register.hpp"
#include "groups/session_notes.hpp"
#include "people/person_register.hpp"

#include <fmt/format.h>

#include <utility>

namespace peergroup::stewardship {

namespace {

Rotation rotate(store::Transaction& transaction, const vault::Journal& journal, const std::string& region) {
    Rotation done{.version = journal.keys().newest(region).version};
    done.people = people::PersonRegister(transaction, journal.keys()).renew_keys(region);
    done.notes = groups::SessionNotes(transaction, journal.keys()).renew(region);
    done.facilitators = facilitators::FacilitatorRegister(transaction, journal.keys()).renew(region);
    for (vault::KeyGrant& grant : vault::Grants(transaction).all())
        if (grant.region == region && !grant.is_revoked()) done.to_grant.push_back(std::move(grant));
    journal.record_change(transaction, {region},
                          {fmt::format("key {}", done.version),
                           fmt::format("people={} notes={} facilitators={}", done.people, done.notes, done.facilitators)});
    return done;
}

} // namespace

Rotation rotate_region(store::Database& database, const vault::Journal& journal, const std::string& region) {
    store::Transaction transaction = database.write();
    const Rotation done = rotate(transaction, journal, region);
    transaction.commit();
    return done;
}

Revocation revoke_grants(store::Database& database, const vault::Journal& journal, const GrantChoice& choice) {
    store::Transaction transaction = database.write();
    vault::Grants grants(transaction);
    Revocation done{.revoked = grants.require(choice.region, choice.ring)};
    std::string objects = choice.region;
    for (vault::KeyGrant& grant : done.revoked) {
        grant.revoked_at = journal.occasion().recorded_at;
        grants.revoke(grant, grant.revoked_at);
        objects += ' ' + grant.ring;
    }
    done.rotation = rotate(transaction, journal, choice.region);
    journal.record(transaction, objects, fmt::format("revoked={}", done.revoked.size()));
    transaction.commit();
    return done;
}

} // namespace peergroup::stewardship
