#pragma once

#include "facilitators/facilitator_code.hpp"
#include "facilitators/facilitator_keys.hpp"
#include "facilitators/qualification.hpp"
#include "people/identity_record.hpp"
#include "store/database.hpp"
#include "vault/actor.hpp"
#include "vault/key_ring.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::facilitators {

/// What every list may show of a facilitator: no name.
struct Facilitator {
    FacilitatorCode code;
    std::string region;                  ///< that works with the facilitator
    std::vector<std::string> roles = {}; ///< of `catalogue::facilitator_roles`, sorted
};

/// What facilitators have earned, in one transaction. Nothing is overwritten: each statement is kept, and of those about the same
/// code and day of earning the newest counts.
class QualificationRegister {
public:
    explicit QualificationRegister(store::Transaction& transaction);

    /// By code and day of earning.
    std::vector<Qualification> of(FacilitatorCode facilitator);
    /// Adds the statement unless it says what is stated already; gives whether anything became different.
    bool state(FacilitatorCode facilitator, const Qualification& qualification, std::int64_t batch);

private:
    store::Statement read_;
    store::Statement newest_;
    store::Statement insert_;
};

/// The rows of facilitators in one transaction. Names and contacts are one record, sealed with the
/// facilitator's own key.
class FacilitatorRegister {
public:
    FacilitatorRegister(store::Transaction& transaction, const vault::KeyRing& ring);

    std::optional<Facilitator> find(FacilitatorCode code);
    /// Those of the actor's regions, by number; of `region` alone where it is not empty. Throws Problem(not_permitted,
    /// `not-permitted.region`) when that is another one.
    std::vector<Facilitator> list(const std::string& region, const vault::Actor& actor);
    /// Throws Problem: not_found `facilitator-not-found`, not_permitted `not-permitted.region`.
    Facilitator require(FacilitatorCode code, const vault::Actor& actor);

    FacilitatorCode create(const std::string& region, const people::IdentityRecord& record, std::int64_t batch);
    /// Gives whether the role is new.
    bool add_role(FacilitatorCode code, const std::string& role, std::int64_t batch);

    /// Names and contacts. Throws Problem(integrity): `no-person-key`, `no-region-key`, `sealed-value-damaged`.
    people::IdentityRecord record_of(const Facilitator& facilitator);
    void write_record(const Facilitator& facilitator, const people::IdentityRecord& record);
    /// Erases names, contacts, their key, roles and qualifications; the number stands for nobody then, and no function above
    /// gives it.
    void erase(FacilitatorCode code, calendar::Date today);
    /// The numbers of everybody who was erased.
    std::vector<FacilitatorCode> erased();
    /// Those with a record and no key: who was erased after the store was copied and before its keys were.
    std::vector<FacilitatorCode> without_key();
    /// Seals the keys of the region's facilitators with its newest key; gives how many there are.
    std::int64_t renew(const std::string& region);

private:
    store::Transaction& transaction_;
    FacilitatorKeys keys_;
    store::Statement find_;
    store::Statement roles_;
};

} // namespace peergroup::facilitators
