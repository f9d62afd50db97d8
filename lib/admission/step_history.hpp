#pragma once

#include "admission/membership_register.hpp"
#include "admission/offer.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace peergroup::admission {

/// A step of a membership as it was recorded.
struct RecordedStep {
    std::int64_t change_seq = 0;
    std::int64_t batch = 0;
    std::int64_t group = 0;
    std::int64_t person = 0;
    int episode = 1;
    std::string kind = {};
    calendar::Date effective_on = {};
    std::string reason = {};
    std::int64_t previous = 0; ///< 0: it was the first
};

/// The steps of memberships in one transaction, and how they are taken back: by a step of the kind `undone` whose `previous` is
/// the step before the one that it takes back, so that walking back from the newest step meets only those that count.
class StepHistory {
public:
    explicit StepHistory(store::Transaction& transaction);

    /// What the batch recorded, newest first; steps that were taken back since are left out.
    std::vector<RecordedStep> of_batch(std::int64_t batch);
    /// The newest step of the membership that counts.
    RecordedStep newest_of(const Membership& membership);
    /// Takes back the newest step that counts of a membership, in `batch`, and gives the membership as it was before; nothing
    /// when the step was its first, and the membership is gone.
    std::optional<Membership> take_back(Membership membership, const RecordedStep& step, std::int64_t batch);

    /// Offers that the batch made, or that it answered.
    struct OfferOfBatch {
        Offer offer;
        bool made = false;     ///< by the batch
        bool answered = false; ///< by the batch
        bool open = false;     ///< nobody has answered it
    };
    std::vector<OfferOfBatch> offers_of_batch(std::int64_t batch);
    /// Whether the membership had an offer that another batch made and that was not taken back.
    bool has_offer_of_another(const Membership& membership, std::int64_t batch);

private:
    std::optional<RecordedStep> find(std::int64_t change_seq);
    /// The steps that count, from the one of that number back; newest first.
    std::vector<RecordedStep> counting_from(std::int64_t change_seq);

    store::Transaction& transaction_;
    MembershipRegister memberships_;
    store::Statement find_;
};

} // namespace peergroup::admission
