#pragma once

#include "catalogue/catalogue.hpp"
#include "facilitators/facilitator_register.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace peergroup::facilitators {

/// A facilitator with what is earned. Nothing of it says whether the facilitator takes part in groups, too.
struct FacilitatorView {
    Facilitator facilitator;
    std::vector<Qualification> qualifications = {}; ///< all, by code and day of earning
};

/// Those of the actor's regions, by number; of `region` alone where it is not empty. Throws Problem(not_permitted,
/// `not-permitted.region`).
std::vector<FacilitatorView> list_facilitators(store::Transaction& transaction, const vault::KeyRing& keys,
                                               const std::string& region, const vault::Actor& actor);

/// Throws Problem as `FacilitatorRegister::require` does.
FacilitatorView show_facilitator(store::Transaction& transaction, const vault::KeyRing& keys, FacilitatorCode code,
                                 const vault::Actor& actor);

/// Opens the records of `facilitators` in their order and journals it with its ground, in this transaction. Throws Problem:
/// usage `reason-missing`, not_permitted, integrity.
std::vector<people::IdentityRecord> reveal(store::Transaction& transaction, const vault::Journal& journal,
                                           std::span<const Facilitator> facilitators);

/// That something was earned on a day, or is no longer held from a day on.
struct QualificationStatement {
    FacilitatorCode facilitator;
    std::string code;
    std::optional<calendar::Date> earned_on = {};  ///< with it, it was earned
    std::optional<calendar::Date> expires_on = {}; ///< the last day
    std::optional<calendar::Date> revoked_on = {}; ///< with it, all that is held of it is revoked
};

/// Records it beside what was stated before; the same again changes nothing. Gives what is known now. Throws Problem: usage
/// `unknown-qualification`, `expires-before-earned`; refused `no-such-qualification`; and as `FacilitatorRegister::require` does.
FacilitatorView qualify(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                        const QualificationStatement& statement);

/// That a facilitator takes part in groups as this person, or no longer.
struct LinkStatement {
    FacilitatorCode facilitator;
    people::PersonCode person;
    bool consent = false; ///< the person has chosen it
    bool remove = false;
};

/// Records it, sealed, for guards alone; the journal says of which facilitator, and not to whom. What was not
/// stated is taken back without a word, so that nobody finds out by trying. Throws Problem: usage `consent-missing`; and as
/// `FacilitatorRegister::require` and `people::require_unrestricted` do.
void link_facilitator(store::Database& database, const vault::Journal& journal, const LinkStatement& statement);

/// Throws Problem(usage, `unknown-qualification`) with the nearest one unless the catalogue names the code.
void require_qualification(const catalogue::Catalogue& catalogue, const std::string& code);
/// Throws Problem(usage, `unknown-role`) with the nearest one unless the role is one of `catalogue::facilitator_roles`.
void require_role(const std::string& role);

} // namespace peergroup::facilitators
