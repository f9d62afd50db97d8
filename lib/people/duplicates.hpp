#pragma once

#include "people/person.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <string>
#include <vector>

namespace peergroup::people {

/// Two who may be one: `one` has the lower number.
struct DuplicatePair {
    PersonCode one;
    PersonCode other;
    std::string why; ///< `identity-code`; `reference` (of one source, and the birth date); `near-name` (and the birth date)

    bool operator==(const DuplicatePair&) const = default;
};

/// Goes through everybody in the actor's regions whose key is held (in `region` alone where it is not empty), by number. Nobody
/// is left out whom `list_people` shows, but for those who are restricted, unless the actor has clearance. That names were
/// compared is journalled; nothing of them is given out. Throws Problem(not_permitted, `not-permitted.region`).
std::vector<DuplicatePair> find_duplicates(store::Transaction& transaction, const vault::Journal& journal,
                                           const std::string& region);

} // namespace peergroup::people
