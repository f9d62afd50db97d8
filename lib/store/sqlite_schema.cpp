#include "store/sqlite_schema.hpp"

#include "store/fault.hpp"
#include "store/schema.hpp"
#include "store/sqlite_connection.hpp"

namespace peergroup::store {

namespace {

constexpr long long application_id = 0x50454552; // "PEER"

long long application_of(Connection& connection, const std::string& schema = "main") {
    return connection.number("PRAGMA " + schema + ".application_id");
}

void stamp(Connection& connection, long long version) {
    for (const std::string schema : {"main", "keys"}) {
        connection.run("PRAGMA " + schema + ".application_id = " + std::to_string(application_id));
        connection.run("PRAGMA " + schema + ".user_version = " + std::to_string(version));
    }
}

} // namespace

long long version_of(Connection& connection, const std::string& schema) {
    return connection.number("PRAGMA " + schema + ".user_version");
}

bool is_empty(Connection& connection) {
    return application_of(connection) == 0 && version_of(connection) == 0 &&
           connection.number("SELECT count(*) FROM sqlite_schema") == 0;
}

void lay_schema(Connection& connection) {
    for (const std::string_view migration : migrations())
        connection.run(spell(Engine::sqlite, migration));
    connection.run("INSERT INTO store_identity (id) VALUES (lower(hex(randomblob(16))));"
                   "INSERT INTO keys.store_identity (id) SELECT id FROM main.store_identity");
    stamp(connection, newest_version());
}

void apply_migration(Connection& connection, std::string_view migration, long long version) {
    connection.run(spell(Engine::sqlite, migration));
    stamp(connection, version);
}

void check_origin(Connection& connection, long long newest) {
    const std::string& path = connection.path();
    if (application_of(connection) != application_id) throw StoreError(StoreFault::foreign, path + ": is no store of peergroup");
    if (version_of(connection) > newest) throw StoreError(StoreFault::newer, path + ": was written by a newer peergroup");
}

void check_version(Connection& connection) {
    check_origin(connection, newest_version());
    if (version_of(connection) < newest_version())
        throw StoreError(StoreFault::older, connection.path() + ": has an older schema");
}

void check_keys(Connection& connection) {
    const std::string& path = connection.path();
    if (application_of(connection, "keys") != application_id || version_of(connection, "keys") != version_of(connection) ||
        connection.number("SELECT count(*) FROM main.store_identity JOIN keys.store_identity USING (id)") != 1)
        throw StoreError(StoreFault::foreign, keys_path(path) + ": does not hold the person keys of " + path);
}

} // namespace peergroup::store
