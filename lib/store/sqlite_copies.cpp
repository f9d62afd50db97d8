#include "store/copies.hpp"
#include "store/fault.hpp"
#include "store/queue.hpp"
#include "store/restore.hpp"
#include "store/schema.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_schema.hpp"
#include "store/statement.hpp"

#include <algorithm>
#include <vector>

namespace peergroup::store {

namespace {

std::string in_quotes(const std::string& text, char quote) {
    std::string quoted(1, quote);
    for (const char letter : text)
        quoted.append(letter == quote ? 2 : 1, letter);
    return quoted + quote;
}

std::vector<std::string> texts(Connection& connection, const std::string& sql) {
    std::vector<std::string> found;
    Statement(connection, sql).each([&](const Row& row) { found.push_back(row.text(0)); });
    return found;
}

FileContent content_of(Connection& connection, const std::string& schema) {
    FileContent content;
    content.version = version_of(connection, schema);
    for (const std::string& table : texts(connection, "SELECT name FROM " + schema + ".sqlite_schema WHERE type = 'table'"))
        content.rows[table] = connection.number("SELECT count(*) FROM " + schema + "." + in_quotes(table, '"'));
    for (const std::string& id : texts(connection, "SELECT id FROM " + schema + ".store_identity"))
        content.identity += id;
    return content;
}

void require_sound(Connection& connection) {
    const auto complaints = texts(connection, "PRAGMA integrity_check(1)");
    if (complaints != std::vector<std::string>{"ok"})
        throw StoreError(StoreFault::corrupt,
                         connection.path() + ": " + (complaints.empty() ? "is damaged" : complaints.front()));
    if (connection.number("SELECT count(*) FROM pragma_foreign_key_check") != 0)
        throw StoreError(StoreFault::corrupt, connection.path() + ": rows name others that are not there");
}

void copy_schema(Connection& connection, const std::string& schema, const std::string& to) {
    const FileContent wanted = content_of(connection, schema);
    make_empty_file(to);
    try {
        connection.run("VACUUM " + schema + " INTO " + in_quotes(to, '\''));
    } catch (const StoreError& error) {
        // A damaged page may name a length that no disk has room for.
        if (error.fault == StoreFault::full) require_sound(connection);
        throw;
    }
    sync_path(to);
    if (examine_file(to) != wanted) throw StoreError(StoreFault::corrupt, to + ": the copy does not hold what the store holds");
}

} // namespace

FileContent examine_file(const std::string& path) {
    require_file(path);
    if (has_journal(path)) throw StoreError(StoreFault::corrupt, path + ": a journal stands beside it");
    Connection connection(path);
    check_origin(connection, newest_version());
    if (connection.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'store_identity'") != 1)
        throw StoreError(StoreFault::foreign, path + ": is no store of peergroup");
    require_sound(connection);
    return content_of(connection, "main");
}

StorePair copy_store(const StoreUrl& url, const StorePair& to, Patience patience) {
    complete_restore(url.path, patience);
    require_file(url.path);
    require_file(keys_path(url.path));
    const FileLock turn = take_turn(url.path, FileLock::Side::shared, patience);
    Connection connection(url.path);
    check_origin(connection, newest_version());
    connection.attach_keys();
    check_keys(connection);
    copy_schema(connection, "main", to.store);
    copy_schema(connection, "keys", to.keys);
    return to;
}

} // namespace peergroup::store
