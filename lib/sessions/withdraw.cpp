#include "sessions/withdraw.hpp"

#include "admission/leaving.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"
#include "referrals/destination.hpp"
#include "referrals/referral_register.hpp"
#include "sessions/mark_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace peergroup::sessions {

namespace {

using admission::Membership;

class Leaving {
public:
    Leaving(store::Transaction& transaction, const Withdrawal& withdrawal, const vault::Journal& journal, std::int64_t batch)
        : withdrawal_(withdrawal), actor_(journal.actor()), batch_(batch), people_(transaction, journal.keys()),
          memberships_(transaction), ways_(transaction), schedule_(transaction), marks_(transaction) {
        const referrals::Target& target = withdrawal.target;
        if (target.group) {
            sides_ = groups::GroupRegister(transaction).require(*target.group, actor_);
            destination_ = {sides_.front().id, sides_.front().other_side, sides_.front().type, sides_.front().region};
        } else {
            actor_.require_region(target.region);
            destination_ = {.type = target.type, .region = target.region};
        }
    }

    void leave(people::PersonCode person, Withdrawn& withdrawn) {
        people::require_person(people_, person, actor_);
        if (auto membership = active_membership(person))
            withdrawn.ended.push_back(end(person, *membership));
        else
            withdrawn.ways.push_back(leave_way(person));
    }

    const std::string& region() const { return destination_.region; }
    // A pair is settled as one, whichever of its sides is named.
    std::vector<groups::Group> both_sides(store::Transaction& transaction) const {
        return sides_.empty() || sides_.front().pair_code.empty()
                   ? sides_
                   : groups::GroupRegister(transaction).sides_of(sides_.front().pair_code);
    }

private:
    std::optional<Membership> active_membership(people::PersonCode person) {
        for (const groups::Group& group : sides_)
            for (const Membership& membership : memberships_.of_group(group.id))
                if (membership.person == person.number() && membership.is_active()) return membership;
        return std::nullopt;
    }

    Membership end(people::PersonCode person, Membership membership) {
        if (withdrawal_.last_day < membership.first_day())
            throw Problem(ProblemKind::refused, "leaves-before-coming",
                          fmt::format("{} has been in {} since {} and cannot leave before", person.text(),
                                      withdrawal_.target.text(), membership.first_day().iso()),
                          "--on");
        refuse_later_marks(membership);
        admission::end_membership(memberships_, membership, {batch_, "left", withdrawal_.last_day, withdrawal_.reason});
        return membership;
    }

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

    void refuse_later_marks(const Membership& membership) {
        for (const groups::Session& session : schedule_.of_group(membership.group))
            if (session.starts_on > withdrawal_.last_day && marks_.of_session(session.id).find(membership.person) != nullptr)
                throw Problem(ProblemKind::refused, "marked-after-leaving",
                              fmt::format("{} is marked at session {} on {}, after the last day",
                                          people::PersonCode(membership.person).text(), session.ordinal, session.starts_on.iso()),
                              "--on");
    }

    const Withdrawal& withdrawal_;
    const vault::Actor& actor_;
    std::int64_t batch_;
    people::PersonRegister people_;
    admission::MembershipRegister memberships_;
    referrals::ReferralRegister ways_;
    groups::Schedule schedule_;
    MarkRegister marks_;
    std::vector<groups::Group> sides_; ///< none where a type is left
    referrals::Destination destination_;
};

} // namespace

Withdrawn withdraw(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                   const Withdrawal& withdrawal) {
    const std::vector<std::string>& reasons = admission::leaving_reasons();
    if (!withdrawal.reason.empty() && std::ranges::find(reasons, withdrawal.reason) == reasons.end())
        throw Problem(ProblemKind::usage, "unknown-leaving-reason",
                      fmt::format("\"{}\" is no reason for leaving", withdrawal.reason), "--reason",
                      language::did_you_mean(withdrawal.reason, reasons));
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
    if (const std::vector<groups::Group> sides = leaving.both_sides(transaction); !sides.empty())
        withdrawn.settled = admission::OfferDesk(transaction, journal, catalogue, batch, withdrawal.today).settle(sides);
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
