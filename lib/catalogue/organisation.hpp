#pragma once

#include "catalogue/names.hpp"
#include "catalogue/retention.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::catalogue {

/// What follows a cancelled session: an extra date at the end, or nothing (the next one takes both themes).
enum class AfterCancelled { append, merge };

/// Whether somebody who lets an offered seat go keeps the place on the waiting list.
enum class LetGo { keeps, leaves };

/// The numbers that no source states and each organisation decides, from `organisation.toml`.
struct Policy {
    std::optional<int> late_entry_until; ///< last session (ordinal) at which a closed group still takes somebody
    std::optional<int> offer_days;       ///< an unanswered offer expires after so many days
    std::optional<LetGo> declined_offer; ///< unset: the place is kept
    std::optional<LetGo> expired_offer;
    std::optional<int> completion_min;       ///< attended sessions that complete a member …
    std::optional<int> completion_of;        ///< … out of so many
    std::optional<int> consecutive_absences; ///< unannounced absences in a row that call for a contact
    std::optional<AfterCancelled> after_cancelled;
    std::optional<int> suppression_client; ///< smallest count published from a client register
    std::optional<int> suppression_ngo;
    std::optional<int> operational_copy_days; ///< days after the end and the hand-over until the local copy goes
    std::optional<int> key_copy_days;         ///< days after which copies of the person keys are deleted
    bool skip_holidays = true;
    bool skip_unofficial_holidays = true;
    bool skip_school_holidays = true;
};

struct Organisation {
    Names names;
    std::string controller;
    std::string collation; ///< locale that people are sorted by on every screen: `fi`
    Policy policy;
    std::vector<RetentionRule> retention = {};
};

} // namespace peergroup::catalogue
