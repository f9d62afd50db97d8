#include "sessions/withdraw.hpp"

#include "catalogue/catalogue_store.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"
#include "referrals/destination.hpp"
#include "referrals/referral_register.hpp"
#include "sessions/departures.hpp"

#include <fmt/format.h>

#include <optional>

namespace peergroup::sessions {

namespace {

using admission::Membership;

class Leaving {
public:
    Leaving(store::Transaction& transaction, const Withdrawal& withdrawal, const vault::Journal& journal, std::int64_t batch)
        : withdrawal_(withdrawal), actor_(journal.actor()), batch_(batch), people_(transaction, journal.keys()),
          ways_(transaction) {
        const referrals::Target& target = withdrawal.target;
        if (target.group) {
            departures_.emplace(transaction, journal, *target.group);
            const groups::Group& side = departures_->first_side();
            destination_ = {side.id, side.other_side, side.type, side.region};
        } else {
            actor_.require_region(target.region);
            destination_ = {.type = target.type, .region = target.region};
        }
    }

    void leave(people::PersonCode person, Withdrawn& withdrawn) {
        people::require_person(people_, person, actor_);
        auto membership = departures_ ? departures_->find_active(person) : std::nullopt;
        if (!membership) return withdrawn.ways.push_back(leave_way(person));
        departures_->end(*membership, {"left", withdrawal_.last_day, withdrawal_.reason}, batch_);
        withdrawn.ended.push_back(std::move(*membership));
    }

    const std::string& region() const { return destination_.region; }
    std::vector<groups::Group> both_sides() { return departures_ ? departures_->both_sides() : std::vector<groups::Group>(); }
    std::vector<Membership> left_alone() { return departures_ ? departures_->left_alone() : std::vector<Membership>(); }

private:
    // Of several ways the newest; one towards the type is not left by naming a group.
    referrals::Referral leave_way(people::PersonCode person) {
        std::optional<referrals::Referral> found;
        for (referrals::Referral& way : ways_.of_person(person.number()))
            if (way.is_towards(destination_) && referrals::can_withdraw(way.standing())) found = std::move(way);
        if (!found)
            throw Problem(ProblemKind::refused, "not-a-member",
                          fmt::format("{} is neither in {} nor waiting for it nor referred to it", person.text(),
                                      withdrawal_.target.text()));
        referrals::write_steps(ways_, *found, {{referrals::ReferralState::withdrawn, withdrawal_.last_day}},
                               {.reason = withdrawal_.reason}, batch_);
        return *found;
    }

    const Withdrawal& withdrawal_;
    const vault::Actor& actor_;
    std::int64_t batch_;
    people::PersonRegister people_;
    referrals::ReferralRegister ways_;
    std::optional<Departures> departures_; ///< none where a type is left
    referrals::Destination destination_;
};

} // namespace

Withdrawn withdraw(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                   const Withdrawal& withdrawal) {
    require_leaving_reason(withdrawal.reason);
    if (withdrawal.last_day > withdrawal.today)
        throw Problem(ProblemKind::refused, "leaves-in-future", fmt::format("{} is still to come", withdrawal.last_day.iso()),
                      "--on", "say it on the day itself, or later");
    store::Transaction transaction = database.write();
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    Leaving leaving(transaction, withdrawal, journal, batch);
    Withdrawn withdrawn;
    std::string objects = withdrawal.target.text();
    for (const people::PersonCode& person : withdrawal.people) {
        leaving.leave(person, withdrawn);
        objects += " " + person.text();
    }
    if (const std::vector<groups::Group> sides = leaving.both_sides(); !sides.empty())
        withdrawn.settled = admission::OfferDesk(transaction, journal, catalogue, batch, withdrawal.today).settle(sides);
    withdrawn.alone = leaving.left_alone();
    const admission::Settled& settled = withdrawn.settled;
    journal.record_change(
        transaction, {leaving.region()},
        {objects,
         fmt::format("left={} offered={} enrolled={}{}", withdrawn.ended.size(), settled.offered.size(), settled.promoted.size(),
                     withdrawn.ways.empty() ? "" : fmt::format(" referrals={}", withdrawn.ways.size())),
         batch});
    transaction.commit();
    return withdrawn;
}

} // namespace peergroup::sessions
