#pragma once

#include "calendar/date.hpp"
#include "catalogue/catalogue.hpp"
#include "people/person_events.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::stewardship {

/// What is to be done with what is known of a person. In doubt it is kept: `hold`, as long as something is not known.
enum class Keeping { erase, retain, hold };

/// `erase`, `retain`, `hold`.
std::string_view code_of(Keeping keeping);

/// One reason for keeping or erasing, with the group that it comes from.
struct Basis {
    std::string group; ///< its code; empty for a reason about the person alone
    std::string type;  ///< of the group
    std::string rule;  ///< service task or register whose rule decides; empty where there is none
    Keeping keeping = Keeping::hold;
    std::optional<calendar::Date> until = {}; ///< the last day of `retain`
    /// `term-running`, `term-over`, `event-unknown`, `rule-unknown`, `membership-open`, `handed-over`, `own-request`,
    /// `never-placed`, `restricted`; of a facilitator `guides-still`, `never-guided`.
    std::string why;
    std::string event = {}; ///< the event from which the time runs, or is waited for
};

/// A group that the person was in or waited for, as far as retention asks.
struct PastMembership {
    std::string group;
    std::string type;
    bool open = false; ///< a member still, or waiting
    std::optional<calendar::Date> left_on = {};
    std::optional<calendar::Date> group_ended_on = {};
};

/// What retention asks about one person.
struct RetentionFacts {
    std::vector<PastMembership> memberships = {};
    people::PersonEvents events = {};
    std::optional<calendar::Date> born_on = {};
    std::optional<calendar::Date> created_on = {};
    bool restricted = false;
};

/// When the question is asked, and by whom.
struct RetentionQuestion {
    calendar::Date today;
    bool requested = false;      ///< by the person: what is kept on consent or legitimate interest goes then (GDPR article 17)
    bool of_facilitator = false; ///< the memberships are groups that were guided, and the rules those of facilitators
};

/// A reason for each group, or one for the person. GDPR article 17(3)(b): what an act orders to be kept is not erased on request.
std::vector<Basis> bases_of(const RetentionFacts& facts, const catalogue::Catalogue& catalogue,
                            const RetentionQuestion& question);

/// The one that decides: a hold, else the longest retention, else an erasure. `bases` has at least one.
const Basis& decisive(const std::vector<Basis>& bases);

} // namespace peergroup::stewardship
