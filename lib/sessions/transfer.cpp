#include "sessions/transfer.hpp"

#include "admission/eligibility.hpp"
#include "catalogue/catalogue_store.hpp"
#include "language/problem.hpp"
#include "sessions/movers.hpp"

#include <fmt/format.h>

namespace peergroup::sessions {

Transferred transfer(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                     const Transfer& transfer) {
    require_leaving_reason(transfer.reason);
    if (transfer.from == transfer.to)
        throw Problem(ProblemKind::usage, "same-group", fmt::format("{} is named as both groups", transfer.from.text()));
    admission::require_override(journal.actor(), transfer.override_code);
    store::Transaction transaction = database.write();
    Departures departures(transaction, journal, transfer.from);
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    Movers movers(transaction, catalogue, journal, {batch, transfer.today, transfer.override_code});
    Transferred transferred;
    std::string objects = transfer.from.text() + " " + transfer.to.text();
    for (const people::PersonCode& person : transfer.people) {
        transferred.ended.push_back(movers.leave(departures, {person, transfer.to, transfer.on, transfer.reason}));
        objects += " " + person.text();
    }
    transferred.begun = movers.arrive([](std::size_t, const Problem& problem) { throw problem; });
    transferred.settled =
        admission::OfferDesk(transaction, journal, catalogue, batch, transfer.today).settle(departures.both_sides());
    transferred.alone = departures.left_alone();
    const admission::Settled& settled = transferred.settled;
    std::vector<std::string> regions = movers.regions();
    regions.insert(regions.begin(), departures.region());
    journal.record_change(
        transaction, regions,
        {objects,
         fmt::format("transferred={} offered={} enrolled={}{}", transferred.ended.size(), settled.offered.size(),
                     settled.promoted.size(), movers.overridden() > 0 ? fmt::format(" overridden={}", movers.overridden()) : ""),
         batch});
    transaction.commit();
    return transferred;
}

} // namespace peergroup::sessions
