#include "sessions/withdraw.hpp"

#include "catalogue/catalogue_store.hpp"
#include "sessions/leavers.hpp"

#include <fmt/format.h>

namespace peergroup::sessions {

Withdrawn withdraw(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                   const Withdrawal& withdrawal) {
    require_leaving_reason(withdrawal.reason);
    store::Transaction transaction = database.write();
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    Leavers leavers(transaction, journal, withdrawal.target, {batch, withdrawal.today});
    Withdrawn withdrawn;
    std::string objects = withdrawal.target.text();
    for (const people::PersonCode& person : withdrawal.people) {
        leavers.leave(person, {"left", withdrawal.last_day, withdrawal.reason}, withdrawn);
        objects += " " + person.text();
    }
    if (const std::vector<groups::Group> sides = leavers.both_sides(); !sides.empty())
        withdrawn.settled = admission::OfferDesk(transaction, journal, catalogue, batch, withdrawal.today).settle(sides);
    withdrawn.alone = leavers.left_alone();
    const admission::Settled& settled = withdrawn.settled;
    journal.record_change(
        transaction, {leavers.region()},
        {objects,
         fmt::format("left={} offered={} enrolled={}{}", withdrawn.ended.size(), settled.offered.size(), settled.promoted.size(),
                     withdrawn.ways.empty() ? "" : fmt::format(" referrals={}", withdrawn.ways.size())),
         batch});
    transaction.commit();
    return withdrawn;
}

} // namespace peergroup::sessions
