#include "admission/capacity.hpp"

#include "admission/membership_register.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_changes.hpp"
#include "groups/group_register.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::admission {

std::vector<groups::Group> change_capacity(store::Database& database, const catalogue::Catalogue& catalogue,
                                           const vault::Journal& journal, const CapacityChange& change) {
    store::Transaction transaction = database.write();
    groups::GroupRegister groups(transaction);
    MembershipRegister memberships(transaction);
    std::vector<groups::Group> found = groups.require(change.group, journal.actor());
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    for (groups::Group& group : found) {
        groups::require_running(group);
        const std::int64_t enrolled = memberships.taken(group.id).enrolled;
        if (change.capacity && enrolled > *change.capacity)
            throw Problem(ProblemKind::refused, "below-enrolled",
                          fmt::format("{} has {} members, more than {}", group.code.text(), enrolled, *change.capacity),
                          "--capacity");
        group.capacity = change.capacity;
        groups.update(group, {batch, "capacity", change.effective_on, ""});
    }
    journal.record(transaction, change.group.text(), fmt::format("groups={}", found.size()), batch);
    transaction.commit();
    return found;
}

} // namespace peergroup::admission
