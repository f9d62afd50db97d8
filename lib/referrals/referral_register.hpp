#pragma once

#include "referrals/referral.hpp"
#include "referrals/referral_course.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::referrals {

/// A step as the history tells it.
struct ReferralStep {
    std::int64_t change_seq = 0;
    std::int64_t group = 0; ///< 0: towards the type
    std::string type = {};
    std::string region = {};
    ReferralState kind = ReferralState::referred;
    calendar::Date on = {};
    std::string path = {};
    std::string decided_by = {};
    std::string reason = {};
};

/// The ways of people in one transaction: current rows, and the history of steps that they are a projection of.
class ReferralRegister {
public:
    explicit ReferralRegister(store::Transaction& transaction);

    /// Oldest first.
    std::vector<Referral> of_person(std::int64_t person);
    /// Every step of every way of the person, in the order in which it was recorded.
    std::vector<ReferralStep> steps_of(std::int64_t person);
    /// Open ways towards the type in the region or a group of it, by day and number.
    std::vector<Referral> open_of_type(std::string_view type, std::string_view region);

    /// Types that people are on the way to before any group is named, by type and region.
    struct TypeInDemand {
        std::string type;
        std::string region;
        std::int64_t people;
        calendar::Date since; ///< the first day of the one who has waited longest
    };
    std::vector<TypeInDemand> types_in_demand();

    /// Writes the step and the way as it stands after it; a way without a number is a new one. Gives the step's number.
    std::int64_t write(Referral& way, const NewStep& step, std::int64_t batch);
    /// The same for a step that takes back the one after `way.change_seq`; the way stands as it did before that.
    std::int64_t write_undone(Referral& way, calendar::Date on, std::int64_t batch);

private:
    void save(const Referral& way);

    store::Transaction& transaction_;
    store::Statement of_person_;
    store::Statement save_;
    store::Statement add_step_;
};

/// The way after told steps have been written: what is new of it.
struct Written {
    std::vector<NewStep> steps = {};
    std::int64_t last_change = 0; ///< number of the last step; 0 where there was none
};

/// Writes the steps in their order; `way` has its destination and its person.
Written write_steps(ReferralRegister& ways, Referral& way, const std::vector<NewStep>& steps, const ToldSteps& told,
                    std::int64_t batch);

/// A new way of the person towards the destination, without any step yet.
Referral new_way(std::int64_t person, const Destination& destination);

} // namespace peergroup::referrals
