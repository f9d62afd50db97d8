#pragma once

#include "catalogue/catalogue.hpp"
#include "facilitators/group_staff.hpp"
#include "groups/group_register.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::admission {

/// That a facilitator guides a group, or one side of a pair, in a role from a day on.
struct StaffAssignment {
    groups::GroupCode group;
    facilitators::FacilitatorCode facilitator;
    std::string role;
    calendar::Date from_on;
    std::string override_code = {}; ///< a tie to somebody in the group that does not count this time
};

/// What became of it.
struct Assigned {
    facilitators::StaffMember member;
    bool is_new = true;                  ///< false: it was so already
    std::vector<std::string> asked = {}; ///< the qualifications of which the type asks for one and none is held; none: no gap
};

/// Records it. A role whose qualification is not held on that day is recorded as a gap, not refused (somebody has to be there).
/// Throws Problem: usage `unknown-role`, `side-missing` (a pair's code); refused `group-ended`, `staff-overlaps`,
/// `facilitator-of-group` and `facilitator-related` as `told` (the facilitator, or somebody who belongs to the facilitator, takes
/// part or waits), `facilitator-on-other-side` (S2: both sides meet at the same time); and as `GroupRegister::require` and
/// `FacilitatorRegister::require` do.
Assigned add_staff(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                   const StaffAssignment& assignment);

/// That a facilitator no longer guides a group, or either side of a pair, after a day.
struct StaffRemoval {
    groups::GroupCode group;
    facilitators::FacilitatorCode facilitator;
    calendar::Date last_on;
    std::string reason = {}; ///< a code, or empty
};

/// Ends every role of the facilitator there. Throws Problem: refused `not-staff`, and as `add_staff` does.
std::vector<facilitators::StaffMember> remove_staff(store::Database& database, const catalogue::Catalogue& catalogue,
                                                    const vault::Journal& journal, const StaffRemoval& removal);

/// A group, or a side, with everybody who ever guided it.
struct StaffOfGroup {
    groups::Group group;
    std::vector<facilitators::StaffMember> members;
};

/// Throws Problem as `GroupRegister::require` does.
std::vector<StaffOfGroup> staff_of(store::Transaction& transaction, const groups::GroupCode& code, const vault::Actor& actor);

} // namespace peergroup::admission
