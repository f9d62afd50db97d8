#include "store/database.hpp"
#include "store/queue.hpp"
#include "store/restore.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace peergroup::store {

namespace {

void make_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0 && errno == EEXIST) return;
    if (descriptor < 0)
        throw StoreError(errno == ENOSPC ? StoreFault::full : StoreFault::unreachable,
                         path + ": cannot make the store: " + std::strerror(errno));
    ::close(descriptor);
}

bool is_missing(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode);
}

bool is_blank(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_size == 0;
}

void refuse_missing(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        throw StoreError(StoreFault::unreachable, path + ": cannot open the store: " + std::strerror(errno));
    if (!S_ISREG(status.st_mode)) throw StoreError(StoreFault::foreign, path + ": is no file");
}

} // namespace

struct Transaction::Turn {
    explicit Turn(FileLock held) : lock(std::move(held)) {}
    FileLock lock;
};

Transaction::Transaction(std::shared_ptr<Connection> connection, std::unique_ptr<Turn> turn)
    : connection_(std::move(connection)), turn_(std::move(turn)) {}

Transaction::Transaction(Transaction&& other) noexcept
    : connection_(std::move(other.connection_)), turn_(std::move(other.turn_)), sequences_(std::move(other.sequences_)),
      open_(std::exchange(other.open_, false)) {}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        connection_->run("ROLLBACK");
    } catch (const StoreError&) {
        // The engine has rolled back already when the disk failed; the file's journal does the rest when it is next opened.
    }
}

Statement Transaction::prepare(std::string_view sql) {
    return {*connection_, sql};
}

Appender Transaction::append(std::string_view table_and_columns) {
    return {*connection_, table_and_columns};
}

IdRange Transaction::reserve(std::string_view sequence, std::int64_t count) {
    auto found = std::ranges::find(sequences_, sequence, &Sequence::name);
    if (found == sequences_.end()) {
        const auto row = prepare(R"sql(SELECT next_id FROM id_sequence WHERE name = $1)sql").bind(sequence).one();
        if (!row) throw std::logic_error("there is no sequence " + std::string(sequence));
        found = sequences_.insert(found, {std::string(sequence), row->integer(0)});
    }
    return {std::exchange(found->next, found->next + count), count};
}

void Transaction::commit() {
    if (connection_->unwritten() != 0) throw std::logic_error("rows were added and not written");
    for (const Sequence& sequence : sequences_)
        prepare(R"sql(UPDATE id_sequence SET next_id = $2 WHERE name = $1)sql").bind(sequence.name, sequence.next).run();
    connection_->run("COMMIT");
    open_ = false;
    turn_.reset();
}

Database::Database(std::shared_ptr<Connection> connection, Patience patience)
    : connection_(std::move(connection)), patience_(patience) {}

Database Database::open(const StoreUrl& url, OpenMode mode, Patience patience) {
    complete_restore(url.path, patience);
    const std::string keys = keys_path(url.path);
    if (mode == OpenMode::create) {
        make_file(url.path);
        if (is_blank(url.path)) make_file(keys);
    }
    refuse_missing(url.path);
    Database database(std::make_shared<Connection>(url.path), patience);
    Connection& connection = *database.connection_;
    if (mode == OpenMode::use || is_missing(keys)) {
        const FileLock turn = take_turn(url.path, FileLock::Side::shared, patience);
        check_version(connection); // first: what a stranger's file lacks is no fault of its owner
        if (is_missing(keys)) throw StoreError(StoreFault::corrupt, keys + ": the file of the person keys is missing");
        connection.attach_keys();
        check_keys(connection);
        return database;
    }
    connection.attach_keys();
    Transaction transaction = database.write();
    if (is_empty(connection)) lay_schema(connection);
    check_version(connection);
    check_keys(connection);
    transaction.commit();
    return database;
}

Transaction Database::write() {
    auto turn = std::make_unique<Transaction::Turn>(take_turn(connection_->path(), FileLock::Side::exclusive, patience_));
    connection_->count_unwritten(-connection_->unwritten()); // of one that was rolled back
    connection_->run("PRAGMA cache_size = -8192; BEGIN IMMEDIATE");
    return {connection_, std::move(turn)};
}

Transaction Database::read() {
    auto turn = std::make_unique<Transaction::Turn>(take_turn(connection_->path(), FileLock::Side::shared, patience_));
    connection_->run("PRAGMA cache_size = -512; BEGIN"); // a reader meets few pages twice
    return {connection_, std::move(turn)};
}

} // namespace peergroup::store
