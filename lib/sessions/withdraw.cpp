#include "sessions/withdraw.hpp"

#include "admission/leaving.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"
#include "sessions/mark_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::sessions {

namespace {

using admission::Membership;

class Leaving {
public:
    Leaving(store::Transaction& transaction, const Withdrawal& withdrawal, const vault::Journal& journal)
        : withdrawal_(withdrawal), actor_(journal.actor()), people_(transaction, journal.keys()), memberships_(transaction),
          schedule_(transaction), marks_(transaction),
          sides_(groups::GroupRegister(transaction).require(withdrawal.group, journal.actor())) {}

    Membership leave(people::PersonCode person, std::int64_t batch) {
        people::require_person(people_, person, actor_);
        Membership membership = active_membership(person);
        if (withdrawal_.last_day < membership.first_day())
            throw Problem(ProblemKind::refused, "leaves-before-coming",
                          fmt::format("{} has been in {} since {} and cannot leave before", person.text(),
                                      withdrawal_.group.text(), membership.first_day().iso()),
                          "--on");
        refuse_later_marks(membership);
        admission::end_membership(memberships_, membership, {batch, "left", withdrawal_.last_day, withdrawal_.reason});
        return membership;
    }

    const std::string& region() const { return sides_.front().region; }
    // A pair is settled as one, whichever of its sides is named.
    std::vector<groups::Group> both_sides(store::Transaction& transaction) const {
        return sides_.front().pair_code.empty() ? sides_ : groups::GroupRegister(transaction).sides_of(sides_.front().pair_code);
    }

private:
    Membership active_membership(people::PersonCode person) {
        for (const groups::Group& group : sides_)
            for (const Membership& membership : memberships_.of_group(group.id))
                if (membership.person == person.number() && membership.is_active()) return membership;
        throw Problem(ProblemKind::refused, "not-a-member",
                      fmt::format("{} is neither in {} nor waiting for it", person.text(), withdrawal_.group.text()));
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
    people::PersonRegister people_;
    admission::MembershipRegister memberships_;
    groups::Schedule schedule_;
    MarkRegister marks_;
    std::vector<groups::Group> sides_;
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
    Leaving leaving(transaction, withdrawal, journal);
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    Withdrawn withdrawn;
    std::string objects = withdrawal.group.text();
    for (const people::PersonCode& person : withdrawal.people) {
        withdrawn.ended.push_back(leaving.leave(person, batch));
        objects += " " + person.text();
    }
    withdrawn.settled =
        admission::OfferDesk(transaction, journal, catalogue, batch, withdrawal.today).settle(leaving.both_sides(transaction));
    const admission::Settled& settled = withdrawn.settled;
    journal.record_change(
        transaction, {leaving.region()},
        {objects,
         fmt::format("left={} offered={} enrolled={}", withdrawn.ended.size(), settled.offered.size(), settled.promoted.size()),
         batch});
    transaction.commit();
    return withdrawn;
}

} // namespace peergroup::sessions
