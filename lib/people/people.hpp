#pragma once

#include "catalogue/catalogue.hpp"
#include "people/identity.hpp"
#include "people/person.hpp"
#include "people/person_register.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <string>
#include <vector>

namespace peergroup::people {

/// Which people a list shows; empty: all.
struct PersonFilter {
    std::string region = {};
    bool non_disclosure_too = false; ///< for what needs everybody: those under a non-disclosure order whoever asks
};

/// Everything that may be shown of one person without a name.
struct PersonView {
    Person person;
    bool birth_date_known = false;
    std::vector<Link> links = {};
    std::vector<ContactDecision> contacts = {};
};

/// By code, those of the actor's regions; those under a non-disclosure order (W43) where the filter says so or the actor has
/// clearance. Throws Problem(not_permitted, `not-permitted.region`) when the filter names another.
std::vector<Person> list_people(store::Transaction& transaction, const PersonFilter& filter, const vault::Actor& actor);

/// The person, with those links that lead into the actor's regions; who is kept apart is among them for an actor with clearance.
/// Throws Problem as `require_person` does.
PersonView show_person(store::Transaction& transaction, const vault::KeyRing& keys, PersonCode code, const vault::Actor& actor);

/// Whether the person is there and of a region that is closed to the actor.
bool is_barred(PersonRegister& people, PersonCode code, const vault::Actor& actor);

/// Throws Problem: not_found `person-not-found`, or `person-merged` with whom the number stands for now, not_permitted
/// `not-permitted.region`, which tells nothing more of the person.
void require_person(PersonRegister& people, PersonCode code, const vault::Actor& actor);

/// The same, and the person is not restricted, or the actor has clearance. Throws Problem(not_permitted, `person-restricted`)
/// too: what is known of somebody who asked for that is kept, and nothing else is done with it (GDPR article 18).
void require_unrestricted(PersonRegister& people, PersonCode code, const vault::Actor& actor);

/// Restricts what may be done with what is known of the person (GDPR article 18) since a day; without one, no longer. Throws
/// Problem as `require_person` does, and as `require_unrestricted` when it is lifted.
void restrict_person(store::Database& database, const vault::Journal& journal, PersonCode code,
                     std::optional<calendar::Date> since);

/// Writes what was told over what is stored; blanks leave it. Throws Problem: not_found, not_permitted.
void edit_person(store::Database& database, const vault::Journal& journal, PersonCode code, const PersonDetails& details);

/// States that `other` is the `relation` of `person`, one of `relations` or `apart_relations`, or takes that back. Throws
/// Problem: not_found, usage (`unknown-relation`), refused (`same-person`, `no-such-link`), not_permitted (also
/// `clearance-missing`).
struct LinkStatement {
    PersonCode person;
    PersonCode other;
    std::string relation = {};
    bool remove = false;
};
void link_people(store::Database& database, const vault::Journal& journal, const LinkStatement& statement);

/// Records whether one way of reaching a person may be used. Throws Problem: not_found, not_permitted.
void decide_contact(store::Database& database, const vault::Journal& journal, PersonCode code, const ContactDecision& decision);

} // namespace peergroup::people
