#include "unit/store/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <fstream>
#include <sys/stat.h>

using namespace peergroup::store;

namespace {

StoreFault fault_of_opening(const StoreFolder& folder, OpenMode mode = OpenMode::use) {
    try {
        folder.open(mode);
    } catch (const StoreError& error) {
        CHECK(error.message.find(folder.path) != std::string::npos);
        return error.fault;
    }
    FAIL("the store opened");
    return StoreFault::retry;
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void reserve_and_commit(Database& database) {
    Transaction transaction = database.write();
    transaction.reserve("person", 1);
    transaction.commit();
}

std::int64_t next_person(Database& database) {
    Transaction transaction = database.read();
    return transaction.prepare("SELECT next_id FROM id_sequence WHERE name = $1").bind("person").one()->integer(0);
}

} // namespace

TEST_CASE("a new store is private whatever the umask") {
    const StoreFolder folder;
    const mode_t before = umask(0);
    folder.open();
    umask(before);
    struct stat status {};
    REQUIRE(stat(folder.path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    REQUIRE(stat((folder.path + ".lock").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a missing store is unreachable and is not made by using it") {
    const StoreFolder folder;
    CHECK(fault_of_opening(folder) == StoreFault::unreachable);
    CHECK_FALSE(std::filesystem::exists(folder.path));
}

TEST_CASE("a file that is no store is foreign and stays as it was") {
    const StoreFolder folder;
    std::ofstream(folder.path) << std::string(8192, 'x');
    const std::string before = bytes_of(folder.path);
    CHECK(fault_of_opening(folder) == StoreFault::foreign);
    CHECK(fault_of_opening(folder, OpenMode::create) == StoreFault::foreign);
    CHECK(bytes_of(folder.path) == before);
}

TEST_CASE("another program's database is foreign and stays as it was") {
    const StoreFolder folder;
    SQLite::Database(folder.path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (x)");
    const std::string before = bytes_of(folder.path);
    CHECK(fault_of_opening(folder) == StoreFault::foreign);
    CHECK(fault_of_opening(folder, OpenMode::create) == StoreFault::foreign);
    CHECK(bytes_of(folder.path) == before);
}

TEST_CASE("a store of a newer program is left alone") {
    const StoreFolder folder;
    folder.open();
    SQLite::Database(folder.path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
    CHECK(fault_of_opening(folder) == StoreFault::newer);
}

TEST_CASE("a folder in the store's place is foreign") {
    const StoreFolder folder;
    std::filesystem::create_directory(folder.path);
    CHECK(fault_of_opening(folder) == StoreFault::foreign);
}

TEST_CASE("links and pipes in place of the engine's journal are refused and left alone") {
    const StoreFolder folder;
    folder.open();
    const std::string keys = (folder.folder / "store-keys.db").string();
    for (const std::string& file : {folder.path, keys}) {
        const std::string journal = file + "-journal";
        REQUIRE(::mkfifo(journal.c_str(), 0600) == 0); // the engine would wait at it for ever
        CHECK_THROWS_AS(folder.open(OpenMode::use), StoreError);
        std::filesystem::remove(journal);
        std::filesystem::create_symlink(folder.folder / "elsewhere", journal);
        CHECK_THROWS_AS(folder.open(OpenMode::use), StoreError);
        std::filesystem::remove(journal);
    }
    CHECK_NOTHROW(folder.open(OpenMode::use));
}

TEST_CASE(
    "a store that another program switched to a write-ahead log is not written, and is used again when it is switched back") {
    const StoreFolder folder;
    folder.open();
    for (const std::string& file : {folder.path, (folder.folder / "store-keys.db").string()}) {
        SQLite::Database(file, SQLite::OPEN_READWRITE).exec("PRAGMA journal_mode = WAL");
        const std::string before = bytes_of(file);
        CHECK_THROWS_WITH_AS(folder.open(OpenMode::use), doctest::Contains(file.c_str()), StoreError);
        CHECK(bytes_of(file) == before);
        SQLite::Database(file, SQLite::OPEN_READWRITE).exec("PRAGMA journal_mode = DELETE");
        CHECK_NOTHROW(folder.open(OpenMode::use));
        std::ofstream(file + "-wal") << "planted";
        CHECK_THROWS_AS(folder.open(OpenMode::use), StoreError);
        std::filesystem::remove(file + "-wal");
    }
}

TEST_CASE("what is not committed is not there") {
    const StoreFolder folder;
    Database database = folder.open();
    {
        Transaction transaction = database.write();
        transaction.reserve("person", 7);
    }
    CHECK(next_person(database) == 1);
    reserve_and_commit(database);
    CHECK(next_person(database) == 2);
}

TEST_CASE("reserved numbers never meet") {
    const StoreFolder folder;
    Database database = folder.open();
    Transaction transaction = database.write();
    const IdRange first = transaction.reserve("person", 3);
    const IdRange second = transaction.reserve("person", 1);
    CHECK(first.first == 1);
    CHECK(second.first == 4);
    CHECK_THROWS_AS(transaction.reserve("unheard-of", 1), std::logic_error);
}

TEST_CASE("a planted trigger does not run") {
    const StoreFolder folder;
    Database database = folder.open();
    SQLite::Database(folder.path, SQLite::OPEN_READWRITE)
        .exec("CREATE TRIGGER planted AFTER UPDATE ON id_sequence BEGIN DELETE FROM id_sequence; END");
    reserve_and_commit(database);
    CHECK(next_person(database) == 2);
}

TEST_CASE("a stranger who holds the file makes it busy") {
    const StoreFolder folder;
    Database database = folder.open();
    SQLite::Database stranger(folder.path, SQLite::OPEN_READWRITE);
    stranger.exec("BEGIN EXCLUSIVE");
    try {
        database.write();
        FAIL("the store was not busy");
    } catch (const StoreError& error) {
        CHECK(error.fault == StoreFault::busy);
    }
}

TEST_CASE("a broken page is corrupt, not a crash") {
    const StoreFolder folder;
    folder.open();
    std::fstream file(folder.path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(100);
    file << std::string(200, '\xff');
    file.close();
    CHECK(fault_of_opening(folder) == StoreFault::corrupt);
}
