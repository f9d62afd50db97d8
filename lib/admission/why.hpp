#pragma once

#include "calendar/date.hpp"
#include "catalogue/catalogue.hpp"
#include "groups/group_code.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::admission {

/// Whether somebody may come into a group, or to the side of a pair that would be theirs.
struct EnrolQuestion {
    groups::GroupCode group;
    people::PersonCode person;
    calendar::Date on;              ///< first day
    calendar::Date today;           ///< for offers that hold seats
    std::string override_code = {}; ///< a reason of `reasons_against` that does not count this time
};

struct EnrolAnswer {
    std::string group;                    ///< code, of the side where a pair was asked about
    std::vector<std::string> reasons;     ///< codes against it, in the order in which they are told
    std::vector<std::string> asked;       ///< facts of which any would do; empty: none is asked for
    std::vector<std::string> referred_by; ///< ways of being referred of which any would do; empty: none is asked for
    /// Where the reason was answered for that does not count: because of whom it stood.
    std::optional<std::vector<std::int64_t>> overridden = {};
    std::int64_t way = 0; ///< the way in that a place would use up; 0: none is asked for
    bool waits = false;   ///< there is no reason against it, but no free seat either
};

/// What `enrol` would say, every reason and not only the first, and changes nothing. Codes: those of `reasons_against`, and
/// `already-enrolled`, `membership-overlaps`, `no-linked-adult`, `group-full`. Throws Problem as `GroupRegister::require` and
/// `people::require_person` do.
EnrolAnswer why_enrol(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                      const EnrolQuestion& question);

} // namespace peergroup::admission
