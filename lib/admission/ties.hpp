#pragma once

#include "admission/eligibility.hpp"
#include "calendar/date.hpp"
#include "facilitators/group_staff.hpp"
#include "people/person_register.hpp"
#include "store/database.hpp"
#include "vault/key_ring.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <vector>

namespace peergroup::admission {

/// Whether somebody is in a group, or comes into it: what the asker knows better than the store does.
using IsThere = std::function<bool(std::int64_t person)>;

/// Who should not meet whom in a group. What is to be known is little and read once, so that a batch asks next to nothing of a
/// row whose person has no such tie.
class TieReader {
public:
    TieReader(store::Transaction& transaction, const vault::KeyRing& ring, people::PersonRegister& people);

    /// Turns to a group. `families_apart`: its type wants no family in it twice.
    void take_up(std::int64_t group, bool families_apart);

    /// What stands against the person from `on`; `is_there` is asked about both sides of a pair.
    Ties of(std::int64_t person, calendar::Date on, const IsThere& is_there);

    /// The person whom the facilitator is as a participant, or 0 when that is not stated.
    std::int64_t person_of(facilitators::FacilitatorCode facilitator) const;

private:
    /// Somebody who guides the group in hand and is known as a participant, with everybody who belongs to that person.
    struct Guide {
        facilitators::StaffMember member;
        std::int64_t person;
        std::vector<std::int64_t> relatives;
    };

    store::Transaction& transaction_;
    people::PersonRegister& people_;
    std::map<std::int64_t, std::vector<std::int64_t>> apart_;
    std::map<facilitators::FacilitatorCode, std::int64_t> linked_;
    std::vector<Guide> guides_; ///< of the group in hand
    bool families_apart_ = false;
};

} // namespace peergroup::admission
