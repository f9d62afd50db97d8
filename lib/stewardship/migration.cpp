#include "stewardship/migration.hpp"

#include "store/fault.hpp"
#include "store/migration.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

namespace peergroup::stewardship {

Migration migrate(const store::StoreUrl& url, const vault::Journal& journal, const BackupPlan& plan, store::Patience patience) {
    Migration migration{.from = store::schema_version(url, patience), .to = store::newest_version(), .backup = {}};
    if (migration.from > migration.to)
        throw store::StoreError(store::StoreFault::newer, url.path + ": was written by a newer peergroup");
    if (migration.from == migration.to) return migration;
    migration.backup = back_up_unrecorded(url, plan, patience);
    store::migrate_store(url, store::migrations(), patience);
    store::Database database = store::Database::open(url, store::OpenMode::use, patience);
    store::Transaction transaction = database.write();
    journal.record(transaction, "store", fmt::format("from={} to={}", migration.from, migration.to));
    transaction.commit();
    return migration;
}

} // namespace peergroup::stewardship
