#pragma once

#include "referrals/referral_register.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::referrals {

/// A step on a way in as it was recorded.
struct RecordedWayStep {
    std::int64_t change_seq = 0;
    std::int64_t batch = 0;
    std::int64_t person = 0;
    std::int64_t way = 0;
    std::string kind = {};
    calendar::Date on = {};
    ToldSteps told = {};       ///< path, priority, decision and reason, as far as it told them
    std::int64_t previous = 0; ///< 0: it was the first
};

/// The steps of ways in one transaction, and how they are taken back: as those of memberships are, by a step of the kind `undone`
/// whose `previous` is the one before.
class WayHistory {
public:
    explicit WayHistory(store::Transaction& transaction);

    /// What the batch recorded, newest first; steps that were taken back since are left out.
    std::vector<RecordedWayStep> of_batch(std::int64_t batch);
    /// The way that the step belongs to.
    Referral way_of(const RecordedWayStep& step);
    /// The newest step of the way that counts.
    RecordedWayStep newest_of(const Referral& way);
    /// Takes back the newest step that counts, in `batch`, with what was written about it. The way stands as before, or is gone.
    void take_back(Referral way, const RecordedWayStep& step, std::int64_t batch);

private:
    std::optional<RecordedWayStep> find(std::int64_t change_seq);
    /// The steps that count, from the one of that number back; newest first.
    std::vector<RecordedWayStep> counting_from(std::int64_t change_seq);

    store::Transaction& transaction_;
    ReferralRegister ways_;
    store::Statement find_;
    store::Statement note_;
    store::Statement forget_notes_;
    store::Statement end_;
};

} // namespace peergroup::referrals
