#pragma once

#include "calendar/date.hpp"
#include "facilitators/facilitator_code.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/person_keys.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace peergroup::facilitators {

/// Which participants are facilitators too, as far as they have chosen that it be known. It is there for guards alone: nothing
/// shows it. The facilitators' numbers lie sealed with the person's own key and go with it when the person is erased.
class LinkedPeople {
public:
    LinkedPeople(store::Transaction& transaction, const vault::KeyRing& ring);

    /// Whom each facilitator is as a participant; they are few. Those of regions whose key is not held are left out.
    std::map<FacilitatorCode, std::int64_t> all();
    /// That the facilitator is this participant, in place of what was stated of the facilitator before.
    void link(FacilitatorCode facilitator, people::PersonCode person);
    /// Gives whether it was stated.
    bool unlink(FacilitatorCode facilitator, people::PersonCode person);
    /// The facilitators who are this participant.
    std::vector<FacilitatorCode> of(std::int64_t person);

private:
    void write(std::int64_t person, const std::vector<FacilitatorCode>& facilitators);

    store::Transaction& transaction_;
    const vault::KeyRing& ring_;
    vault::PersonKeys keys_;
};

/// Whether the person guides the group on `day` or later, as far as that is stated.
bool is_facilitator_of(store::Transaction& transaction, const vault::KeyRing& ring, std::int64_t group, people::PersonCode person,
                       calendar::Date day);

} // namespace peergroup::facilitators
