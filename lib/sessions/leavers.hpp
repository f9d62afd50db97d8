#pragma once

#include "people/person_register.hpp"
#include "referrals/destination.hpp"
#include "referrals/referral_register.hpp"
#include "sessions/departures.hpp"
#include "sessions/withdraw.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::sessions {

/// People who leave one group or no longer want to come into it, in one transaction, whether they are named one by one or in a
/// sheet.
class Leavers {
public:
    /// The batch, and the day on which it is said.
    struct Saying {
        std::int64_t batch;
        calendar::Date today;
    };
    /// Throws Problem as `groups::GroupRegister::require` and vault::Actor::require_region do.
    Leavers(store::Transaction& transaction, const vault::Journal& journal, const referrals::Target& target,
            const Saying& saying);

    /// Ends the membership, or the way in of whoever has none. Throws Problem(refused): `not-a-member`, `leaves-in-future`, and
    /// as Departures does.
    void leave(people::PersonCode person, const Departure& departure, Withdrawn& withdrawn);
    /// The newest membership of whoever is not in the group now.
    std::optional<admission::Membership> ended_of(people::PersonCode person);

    const std::string& region() const { return destination_.region; }
    const groups::Group& first_side() const { return departures_->first_side(); }
    /// None where a type is left.
    std::vector<groups::Group> both_sides();
    std::vector<admission::Membership> left_alone();

private:
    referrals::Referral leave_way(people::PersonCode person, const Departure& departure);

    const vault::Actor& actor_;
    Saying saying_;
    std::string target_;
    people::PersonRegister people_;
    referrals::ReferralRegister ways_;
    std::optional<Departures> departures_; ///< none where a type is left
    referrals::Destination destination_;
};

} // namespace peergroup::sessions
