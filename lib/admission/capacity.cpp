#include "admission/capacity.hpp"

#include "admission/membership_register.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_changes.hpp"
#include "groups/group_register.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::admission {

namespace {

std::string counted(std::int64_t number, std::string_view noun) {
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

} // namespace

ChangedCapacity change_capacity(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                                const CapacityChange& change) {
    store::Transaction transaction = database.write();
    groups::GroupRegister groups(transaction);
    MembershipRegister memberships(transaction);
    std::vector<groups::Group> found = groups.require(change.group, journal.actor());
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    for (groups::Group& group : found) {
        groups::require_running(group);
        const std::int64_t enrolled = memberships.taken(group.id).enrolled;
        const auto held = std::ranges::count_if(OfferRegister(transaction).unanswered(group.id), [&](const Offer& offer) {
            return offer.is_open_on(change.today.value_or(change.effective_on));
        });
        if (change.capacity && enrolled + held > *change.capacity)
            throw Problem(ProblemKind::refused, "below-enrolled",
                          fmt::format("{} has {}{}, more than {}", group.code.text(), counted(enrolled, "member"),
                                      held == 0 ? "" : " and " + counted(held, "seat") + " offered", *change.capacity),
                          "--capacity");
        group.capacity = change.capacity;
        groups.update(group, {batch, "capacity", change.effective_on, ""});
    }
    std::vector<groups::Group> sides = found;
    if (sides.size() == 1 && !sides.front().pair_code.empty()) sides = groups.sides_of(sides.front().pair_code);
    Settled settled = OfferDesk(transaction, journal, catalogue, batch, change.today.value_or(change.effective_on)).settle(sides);
    journal.record_change(
        transaction, {found.front().region},
        {change.group.text(),
         fmt::format("groups={} offered={} enrolled={}", found.size(), settled.offered.size(), settled.promoted.size()), batch});
    transaction.commit();
    return {std::move(found), std::move(settled)};
}

} // namespace peergroup::admission
