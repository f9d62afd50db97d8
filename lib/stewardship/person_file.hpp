#pragma once

#include "catalogue/catalogue.hpp"
#include "people/identity.hpp"
#include "people/people.hpp"
#include "people/person_events.hpp"
#include "people/person_facts.hpp"
#include "referrals/filed_ways.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// One membership as its person may read it.
struct FiledMembership {
    std::string group;
    std::string type;
    std::string state;
    std::optional<calendar::Date> waiting_on;
    std::optional<calendar::Date> from_on;
    std::optional<calendar::Date> to_on;
    std::string reason;
};

/// A step on the way into a group or out of it.
struct FiledStep {
    std::string group;
    calendar::Date effective_on;
    std::string kind;
    std::string reason;
};

/// A step on the way towards a group, or towards a type in a region.
using FiledReferral = referrals::FiledWayStep;

/// What was marked of the person at a meeting; the mark that counts.
struct FiledMark {
    std::string group;
    calendar::Date day;
    std::string mark;
    std::optional<std::int64_t> minutes;
};

/// What became of one message to the person.
struct FiledMessage {
    calendar::Date due_on;
    std::string group; ///< code; empty: of an interview for no group yet
    std::string rule;
    std::string channel; ///< empty: none was sent
    std::string state;   ///< of `reminders::ReminderState`
    std::string code;    ///< why it is so, or empty
};

/// Everything that is kept of one person and is the person's own to see. Of others it says only how they belong to the person.
struct PersonFile {
    people::PersonView view;
    people::RevealedPerson revealed;
    people::PersonEvents events;
    people::PersonFacts facts;
    std::vector<std::string> facilitators; ///< codes of the facilitators that the person is, by the own choice
    std::vector<std::string> merged;       ///< codes that were merged into this one
    std::optional<calendar::Date> restricted_since;
    std::optional<calendar::Date> recorded_on; ///< first
    std::vector<FiledReferral> referrals;
    std::vector<FiledMembership> memberships;
    std::vector<FiledStep> steps;
    std::vector<FiledMark> attendance;
    std::vector<FiledMessage> messages;
};

/// Reads the person's file; opening the identity is journalled with its ground and recipient. Throws Problem as
/// `Identity::reveal` does.
PersonFile read_person_file(store::Transaction& transaction, const vault::Journal& journal, people::PersonCode person);

/// GDPR article 20(3): what is kept for a public task is not handed out to be taken elsewhere. Throws Problem(refused,
/// `not-portable`) when the person is or was in a group of a client register, or in none, so that nobody says on what basis.
void require_portable(const PersonFile& file, const catalogue::Catalogue& catalogue);

/// The references of whoever was merged into the person.
std::vector<std::string> merged_references(const PersonFile& file);

/// Takes out of the file where somebody under a non-disclosure order lives and can be called (W43, W44).
void hide_place(PersonFile& file);

} // namespace peergroup::stewardship
