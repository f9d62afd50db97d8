#pragma once

#include "referrals/reached.hpp"
#include "referrals/referral.hpp"
#include "store/database.hpp"
#include "store/read_ahead.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace peergroup::referrals {

/// An open way that leads into a group, as little of it as a large batch asks of everybody.
struct OpenWay {
    std::int64_t id = 0;
    Reached reached = {};
    int priority = 0;
};

/// The open ways of one person after another, read ahead for whoever asks in the order of their numbers: whoever writes a way
/// calls `forget` before the next question.
class OpenWays {
public:
    explicit OpenWays(store::Transaction& transaction);

    /// Those that lead to the destination, oldest first; `paths` are those that its type names.
    std::vector<OpenWay> towards(std::int64_t person, const Destination& destination,
                                 std::span<const catalogue::ReferralPath> paths);

    /// What was read holds no longer.
    void forget() { ahead_.forget(); }

private:
    /// A stored way, with its destination in words only where it leads to no group.
    struct Stored {
        std::int64_t person;
        OpenWay way;
        std::int64_t group; ///< 0: towards the type in the region
        std::string type;
        std::string region;
        std::optional<catalogue::ReferralPath> path;
    };
    using Used = std::pair<std::int64_t, std::int64_t>; ///< a person, and a way that a membership came of

    void read_from(std::int64_t person);

    store::Statement find_;
    store::Statement used_;
    store::ReadAhead ahead_;
    std::vector<Stored> stored_; ///< by person and number
    std::vector<Used> used_up_;
};

} // namespace peergroup::referrals
