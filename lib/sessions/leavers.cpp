#include "sessions/leavers.hpp"

#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <utility>

namespace peergroup::sessions {

using admission::Membership;

Leavers::Leavers(store::Transaction& transaction, const vault::Journal& journal, const referrals::Target& target,
                 const Saying& saying)
    : actor_(journal.actor()), saying_(saying), target_(target.text()), people_(transaction, journal.keys()), ways_(transaction) {
    if (target.group) {
        departures_.emplace(transaction, journal, *target.group);
        const groups::Group& side = departures_->first_side();
        destination_ = {side.id, side.other_side, side.type, side.region};
    } else {
        actor_.require_region(target.region);
        destination_ = {.type = target.type, .region = target.region};
    }
}

void Leavers::leave(people::PersonCode person, const Departure& departure, Withdrawn& withdrawn) {
    people::require_person(people_, person, actor_);
    if (departure.last_day > saying_.today)
        throw Problem(ProblemKind::refused, "leaves-in-future", fmt::format("{} is still to come", departure.last_day.iso()),
                      "--on", "say it on the day itself, or later");
    auto membership = departures_ ? departures_->find_active(person) : std::nullopt;
    if (!membership) return withdrawn.ways.push_back(leave_way(person, departure));
    departures_->end(*membership, departure, saying_.batch);
    withdrawn.ended.push_back(std::move(*membership));
}

std::optional<Membership> Leavers::ended_of(people::PersonCode person) {
    if (!departures_ || departures_->find_active(person)) return std::nullopt;
    return departures_->find_ended(person);
}

std::vector<groups::Group> Leavers::both_sides() {
    return departures_ ? departures_->both_sides() : std::vector<groups::Group>();
}

std::vector<Membership> Leavers::left_alone() {
    return departures_ ? departures_->left_alone() : std::vector<Membership>();
}

// Of several ways the newest; one towards the type is not left by naming a group.
referrals::Referral Leavers::leave_way(people::PersonCode person, const Departure& departure) {
    std::optional<referrals::Referral> found;
    for (referrals::Referral& way : ways_.of_person(person.number()))
        if (way.is_towards(destination_) && referrals::can_withdraw(way.standing())) found = std::move(way);
    if (!found)
        throw Problem(ProblemKind::refused, "not-a-member",
                      fmt::format("{} is neither in {} nor waiting for it nor referred to it", person.text(), target_));
    referrals::write_steps(ways_, *found, {{referrals::ReferralState::withdrawn, departure.last_day}},
                           {.reason = departure.reason}, saying_.batch);
    return *found;
}

} // namespace peergroup::sessions
