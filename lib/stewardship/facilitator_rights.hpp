#pragma once

#include "catalogue/catalogue.hpp"
#include "facilitators/facilitators.hpp"
#include "people/identity_record.hpp"
#include "stewardship/erasure.hpp"
#include "stewardship/retention.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Those who guide groups are data subjects, too (GDPR articles 15 and 17).
namespace peergroup::stewardship {

/// That a facilitator guided a group.
struct FiledGuidance {
    std::string group;
    std::string type;
    std::string role;
    calendar::Date from_on;
    std::optional<calendar::Date> to_on = {};
    std::string reason = {};
    std::optional<calendar::Date> group_ended_on = {};
};

/// Everything that is kept of a facilitator. Whether the facilitator takes part in groups is not in it: the participant has
/// chosen that it be known to guards alone, and finds it in the own file.
struct FacilitatorFile {
    facilitators::FacilitatorView view;
    people::IdentityRecord record = {};
    std::optional<calendar::Date> recorded_on = {}; ///< first
    std::vector<FiledGuidance> guided = {};
};

/// Reads it; opening the names is journalled with its ground and recipient. Throws Problem as `facilitators::reveal` does.
FacilitatorFile read_facilitator_file(store::Transaction& transaction, const vault::Journal& journal,
                                      facilitators::FacilitatorCode facilitator);

/// How the records of one facilitator would be dealt with: a reason for each group that was guided, or one.
struct FacilitatorDecision {
    facilitators::FacilitatorCode facilitator;
    std::vector<Basis> bases;
    Keeping keeping() const { return decisive(bases).keeping; }
};

/// Decides about one facilitator, by the rules that name facilitators, and erases where that is to erase and `rehearsed` is not
/// set: names, contacts, roles and qualifications go, and what groups were guided stays under a number that stands for nobody.
/// Throws Problem as `facilitators::FacilitatorRegister::require` does.
struct FacilitatorErasure {
    facilitators::FacilitatorCode facilitator;
    calendar::Date today;
    std::filesystem::path workspace = {}; ///< whose outbox is cleared of messages to the facilitator
    bool requested = false;               ///< by the facilitator
    bool rehearsed = false;
};
FacilitatorDecision erase_facilitator(store::Database& database, const catalogue::Catalogue& catalogue,
                                      const vault::Journal& journal, const FacilitatorErasure& erasure);

/// Which facilitators of the actor's regions are to be erased, and how many are kept, by reason (`why`, or `why:event`).
struct FacilitatorPlan {
    std::vector<FacilitatorDecision> due; ///< by number
    std::vector<std::pair<std::string, std::int64_t>> kept;
};
FacilitatorPlan plan_facilitators(store::Transaction& transaction, const catalogue::Catalogue& catalogue,
                                  const vault::Journal& journal, calendar::Date today);

/// Erases those who are due, in one transaction, and gives the plan that it did.
FacilitatorPlan apply_to_facilitators(store::Database& database, const catalogue::Catalogue& catalogue,
                                      const vault::Journal& journal, const RetentionRun& run);

/// Erases in an older copy those of `facilitators` who are there, and everybody whose key is gone; gives how many they were. To
/// come after `Erasure::erase_again`.
std::int64_t erase_facilitators_again(store::Transaction& transaction, const vault::KeyRing& ring,
                                      std::vector<facilitators::FacilitatorCode> facilitators, calendar::Date today);

} // namespace peergroup::stewardship
