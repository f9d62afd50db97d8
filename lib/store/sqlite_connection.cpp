#include "store/sqlite_connection.hpp"

#include "store/fault.hpp"
#include "store/sqlite_fault.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <utility>

namespace peergroup::store {

namespace {

// A stranger may hold the file outside the queue; the queue itself waits elsewhere.
constexpr int stranger_wait_milliseconds = 5000;

// Nothing planted in the file may run, no mistyped column may read as text, and a broken page is met where it is read.
void harden(SQLite::Database& database) {
    sqlite3* const handle = database.getHandle();
    for (const int off : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_TRUSTED_SCHEMA,
                          SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW})
        sqlite3_db_config(handle, off, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database.exec("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
                  "PRAGMA cache_size = -8192");
}

} // namespace

Connection::Connection(std::string path) : path_(std::move(path)) {
    try {
        database_ = std::make_unique<SQLite::Database>(path_, SQLite::OPEN_READWRITE, stranger_wait_milliseconds);
        harden(*database_);
    } catch (const SQLite::Exception& error) {
        rethrow(error, path_);
    }
}

Connection::~Connection() = default;

void Connection::run(const std::string& sql) {
    try {
        database_->exec(sql);
    } catch (const SQLite::Exception& error) {
        rethrow(error, path_);
    }
}

long long Connection::number(const std::string& sql) {
    try {
        return database_->execAndGet(sql).getInt64();
    } catch (const SQLite::Exception& error) {
        rethrow(error, path_);
    }
}

std::unique_ptr<SQLite::Statement> Connection::prepare(const std::string& sql) {
    try {
        return std::make_unique<SQLite::Statement>(*database_, sql);
    } catch (const SQLite::Exception& error) {
        rethrow(error, path_);
    }
}

} // namespace peergroup::store
