#include "store/sqlite_connection.hpp"

#include "store/fault.hpp"
#include "store/sqlite_fault.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <sys/stat.h>
#include <utility>

namespace peergroup::store {

namespace {

// A stranger may hold the file outside the queue; the queue itself waits elsewhere.
constexpr int stranger_wait_milliseconds = 5000;

// One connection, used by one thread: the engine need not lock itself, nor count its memory. Has to be said before its first use;
// where something else has used it before, it stays as it was.
void configure_engine() {
    static const int done = [] {
        sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
        return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    }();
    static_cast<void>(done);
}

int highest_parameter(std::string_view sql) {
    int highest = 0;
    for (std::size_t at = sql.find('$'); at != std::string_view::npos; at = sql.find('$', at + 1)) {
        int number = 0;
        for (std::size_t digit = at + 1; digit < sql.size() && sql[digit] >= '0' && sql[digit] <= '9'; ++digit)
            number = number * 10 + (sql[digit] - '0');
        highest = std::max(highest, number);
    }
    return highest;
}

// What stands beside the file is not followed when it is a link, nor waited for when it is a pipe. With a write-ahead log the
// engine commits to two files one after the other, and before 3.51.3 it can lose what was committed; the byte is of its file
// format.
void refuse_other_journals(const std::string& path) {
    struct stat status {};
    const std::string journal = path + "-journal";
    if (::lstat(journal.c_str(), &status) == 0 && !S_ISREG(status.st_mode))
        throw StoreError(StoreFault::foreign, journal + ": is no file");
    constexpr std::size_t place_of_kind = 18;
    constexpr char write_ahead = 2;
    std::array<char, place_of_kind + 1> head{};
    const bool read = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
                      std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    if ((read && head.back() == write_ahead) || ::lstat((path + "-wal").c_str(), &status) == 0)
        throw StoreError(
            StoreFault::foreign,
            path + ": was switched to a write-ahead log by another program (sqlite3 FILE 'PRAGMA journal_mode = DELETE')");
}

// What is deleted is gone from the file, and not only from its list of rows. Nothing planted in the file may run, no mistyped
// column may read as text, and a broken page is met where it is read.
void harden(SQLite::Database& database) {
    sqlite3* const handle = database.getHandle();
    for (const int off : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_TRUSTED_SCHEMA,
                          SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW})
        sqlite3_db_config(handle, off, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database.exec("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; "
                  "PRAGMA secure_delete = ON");
}

} // namespace

std::string keys_path(const std::string& store_path) {
    constexpr std::string_view ending = ".db";
    const std::string stem = store_path.ends_with(ending) ? store_path.substr(0, store_path.size() - ending.size()) : store_path;
    return stem + "-keys.db";
}

Connection::Connection(std::string path) : path_(std::move(path)) {
    configure_engine();
    refuse_other_journals(path_);
    try {
        database_ = std::make_unique<SQLite::Database>(path_, SQLite::OPEN_READWRITE, stranger_wait_milliseconds);
        handle_ = database_->getHandle();
        harden(*database_);
    } catch (const SQLite::Exception& error) {
        rethrow(error, path_);
    }
}

void Connection::attach_keys() {
    const std::string path = keys_path(path_);
    refuse_other_journals(path);
    try {
        SQLite::Statement attach(*database_, "ATTACH DATABASE ? AS keys");
        attach.bind(1, path);
        attach.exec();
        database_->exec("PRAGMA keys.synchronous = FULL; PRAGMA keys.secure_delete = ON");
    } catch (const SQLite::Exception& error) {
        rethrow(error, path);
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

void PreparedStatement::End::operator()(sqlite3_stmt* finished) const {
    sqlite3_finalize(finished);
}

void Connection::check(int code) const {
    if (code != SQLITE_OK) rethrow(SQLite::Exception(handle_, code), path_);
}

PreparedStatement Connection::prepare(std::string_view sql) {
    const std::string text(sql);
    if (const auto idle = idle_.find(text); idle != idle_.end() && !idle->second.empty()) {
        PreparedStatement prepared = std::move(idle->second.back());
        idle->second.pop_back();
        return prepared;
    }
    PreparedStatement prepared;
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(handle_, text.c_str(), static_cast<int>(text.size()), &statement, nullptr));
    prepared.statement.reset(statement);
    const int count = highest_parameter(sql);
    for (int number = 1; number <= count; ++number) {
        const int position = sqlite3_bind_parameter_index(statement, ("$" + std::to_string(number)).c_str());
        if (position == 0) throw std::logic_error("a statement skips a parameter: " + text);
        prepared.positions.push_back(position);
    }
    prepared.texts.resize(prepared.positions.size());
    return prepared;
}

void Connection::give_back(PreparedStatement prepared) noexcept {
    // What failed when it was last used is not used again; a new one is prepared next time.
    if (sqlite3_reset(prepared.statement.get()) != SQLITE_OK) return;
    try {
        std::vector<PreparedStatement>& idle = idle_[sqlite3_sql(prepared.statement.get())];
        idle.push_back(std::move(prepared));
    } catch (const std::exception&) {
        // No memory to keep it: it ends here.
    }
}

} // namespace peergroup::store
