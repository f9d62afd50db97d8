#pragma once

#include "people/identity_record.hpp"
#include "people/person_code.hpp"
#include "people/person_register.hpp"
#include "vault/journal.hpp"

#include <optional>
#include <span>

namespace peergroup::people {

/// A person with a name: what only the door gives out.
struct RevealedPerson {
    PersonCode code;
    IdentityRecord record;
    std::optional<calendar::Date> born_on;
};

/// The one door to who people are. Every opening is journalled in the same transaction, with its ground; none without one.
class Identity {
public:
    Identity(store::Transaction& transaction, const vault::Journal& journal);

    /// Opens the records of `people` in their order and writes one entry that names their codes. Throws Problem(usage,
    /// `reason-missing`) when the journal's occasion states no ground, and as `require_unrestricted` does.
    std::vector<RevealedPerson> reveal(std::span<const PersonCode> people);

private:
    store::Transaction& transaction_;
    const vault::Journal& journal_;
};

} // namespace peergroup::people
