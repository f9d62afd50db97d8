#include "store/fault.hpp"
#include "store/migration.hpp"
#include "store/queue.hpp"
#include "store/restore.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_schema.hpp"
#include "store/store_files.hpp"

#include <sqlite3.h>

#include <limits>

namespace peergroup::store {

namespace {

// Rolls back unless the step was committed; the error that led here is the one that is told.
class Step {
public:
    explicit Step(Connection& connection) : connection_(connection) { connection_.run("BEGIN IMMEDIATE"); }
    ~Step() {
        if (done_) return;
        try {
            connection_.run("ROLLBACK");
        } catch (const StoreError&) {
            // The engine has rolled back already.
        }
    }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    void commit() {
        connection_.run("COMMIT");
        done_ = true;
    }

private:
    Connection& connection_;
    bool done_ = false;
};

} // namespace

std::string engine_version() {
    return std::string("SQLite ") + sqlite3_libversion();
}

std::int64_t schema_version(const StoreUrl& url, Patience patience) {
    complete_restore(url.path, patience);
    require_file(url.path);
    const FileLock turn = take_turn(url.path, FileLock::Side::shared, patience);
    Connection connection(url.path);
    check_origin(connection, std::numeric_limits<long long>::max());
    return version_of(connection);
}

std::int64_t migrate_store(const StoreUrl& url, std::span<const std::string_view> steps, Patience patience) {
    complete_restore(url.path, patience);
    require_file(url.path);
    require_file(keys_path(url.path));
    const FileLock turn = take_turn(url.path, FileLock::Side::exclusive, patience);
    Connection connection(url.path);
    const auto newest = static_cast<long long>(steps.size());
    check_origin(connection, newest);
    connection.attach_keys();
    check_keys(connection);
    const long long from = version_of(connection);
    for (long long version = from; version < newest; ++version) {
        Step step(connection);
        apply_migration(connection, steps[static_cast<std::size_t>(version)], version + 1);
        step.commit();
    }
    return newest - from;
}

} // namespace peergroup::store
