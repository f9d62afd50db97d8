#pragma once

#include "admission/applicant.hpp"
#include "admission/enrol_run.hpp"
#include "admission/told_ways.hpp"
#include "referrals/decider_guard.hpp"
#include "referrals/open_ways.hpp"
#include "referrals/referral_register.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::admission {

/// How far an applicant has come, in one byte and back.
std::uint8_t mark_of_reached(const referrals::Reached& reached);
referrals::Reached reached_of(std::uint8_t mark);

/// Of the open ways the one that is used: that on which least is missing, a refused one last, the newest of equals.
const referrals::OpenWay* best_way(const std::vector<referrals::OpenWay>& ways, std::span<const catalogue::EntryStep> steps);

/// The steps before a decision, for one attempt at a sheet: reads of each person the way that leads to the group, and writes what
/// the rows tell. A way is used up by one membership.
class WaysIn {
public:
    explicit WaysIn(const EnrolRun& run);

    /// The place of the type in the batch's list of them, from 1.
    std::uint16_t place_of(const catalogue::GroupType& type);
    /// Notes how far the applicant has come on the way to the group, or to the type, by the store and by the row; of people in
    /// the order of their numbers. Gives the code that refuses what the row tells, or nothing.
    std::string learn(Applicant& applicant, const std::string& region);
    /// Writes what the row tells of the way, and gives the number of the way that a membership comes of; 0: none.
    std::int64_t take(const Applicant& applicant, const std::string& region);
    /// Whether `take` wrote anything for the row.
    bool wrote() const { return wrote_; }

private:
    referrals::Destination destination_of(const Applicant& applicant, const std::string& region) const;
    void learn_stored(Applicant& applicant, const referrals::Destination& destination);
    std::string learn_told(Applicant& applicant, const referrals::Destination& destination);
    bool is_taken(const Applicant& applicant, std::int64_t referral) const;

    const EnrolRun& run_;
    referrals::ReferralRegister ways_;
    referrals::OpenWays open_;
    referrals::DeciderGuard guard_;
    std::vector<const catalogue::GroupType*> types_;
    std::int64_t person_ = 0;         ///< who was learned of last
    std::vector<std::int64_t> taken_; ///< ways of the same person that earlier rows take
    bool wrote_ = false;
};

} // namespace peergroup::admission
