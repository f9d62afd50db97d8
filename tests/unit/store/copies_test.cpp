#include "store/copies.hpp"
#include "store/fault.hpp"
#include "store/integrity.hpp"
#include "store/migration.hpp"
#include "store/restore.hpp"
#include "store/schema.hpp"
#include "unit/field/child_process.hpp"
#include "unit/store/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <sys/stat.h>
#include <thread>

using namespace peergroup::store;

namespace {

constexpr Patience second = std::chrono::seconds(1);

StorePair copy_of(const StoreFolder& folder, const std::string& name) {
    std::filesystem::create_directory(folder.folder / name);
    return copy_store({folder.path}, pair_at((folder.folder / name / "store.db").string()), second);
}

template <class Work> StoreFault fault_of(const Work& work) {
    try {
        work();
    } catch (const StoreError& error) {
        return error.fault;
    }
    FAIL("nothing failed");
    return StoreFault::retry;
}

void plant(const std::string& path, const std::string& sql) {
    SQLite::Database(path, SQLite::OPEN_READWRITE).exec(sql);
}

std::vector<std::string> findings(const StoreFolder& folder) {
    Database database = folder.open(OpenMode::use);
    Transaction transaction = database.read();
    std::vector<std::string> found;
    for (const Contradiction& one : file_contradictions(transaction))
        found.push_back(one.code + " " + one.object);
    return found;
}

std::int64_t next_person(const StoreFolder& folder) {
    Database database = folder.open(OpenMode::use);
    return database.read().prepare("SELECT next_id FROM id_sequence WHERE name = 'person'").one()->integer(0);
}

void reserve(const StoreFolder& folder) {
    Database database = folder.open();
    Transaction transaction = database.write();
    transaction.reserve("person", 1);
    transaction.commit();
}

} // namespace

TEST_CASE("a copy is private and holds what the store holds") {
    const StoreFolder folder;
    folder.open();
    const mode_t before = umask(0);
    const StorePair copy = copy_of(folder, "copy");
    umask(before);
    for (const std::string& path : {copy.store, copy.keys}) {
        struct stat status {};
        REQUIRE(stat(path.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777) == 0600);
    }
    CHECK(examine_file(copy.store) == examine_file(folder.path));
    CHECK(examine_file(copy.store).identity == examine_file(copy.keys).identity);
    CHECK(examine_file(copy.store).version == newest_version());
}

TEST_CASE("a copy never replaces a file") {
    const StoreFolder folder;
    folder.open();
    copy_of(folder, "copy");
    CHECK(fault_of([&] { copy_store({folder.path}, pair_at((folder.folder / "copy" / "store.db").string()), second); }) ==
          StoreFault::unreachable);
}

TEST_CASE("what is no sound store is refused as a copy") {
    const StoreFolder folder;
    folder.open();
    const StorePair copy = copy_of(folder, "copy");
    std::filesystem::resize_file(copy.store, 3 * 4096);
    CHECK(fault_of([&] { examine_file(copy.store); }) == StoreFault::corrupt);
    plant(copy.keys, "PRAGMA user_version = 999");
    CHECK(fault_of([&] { examine_file(copy.keys); }) == StoreFault::newer);
    plant(copy.keys, "PRAGMA application_id = 1");
    CHECK(fault_of([&] { examine_file(copy.keys); }) == StoreFault::foreign);
    CHECK(fault_of([&] { examine_file(copy.keys + ".nowhere"); }) == StoreFault::unreachable);
}

TEST_CASE("triggers, views and lacking indexes are found, and none of them runs") {
    const StoreFolder folder;
    folder.open();
    CHECK(findings(folder).empty());
    plant(folder.path, "CREATE TRIGGER planted AFTER UPDATE ON id_sequence BEGIN DELETE FROM id_sequence; END;"
                       "CREATE VIEW lure AS SELECT * FROM person; DROP INDEX session_day");
    CHECK(findings(folder) == std::vector<std::string>{"schema-planted trigger planted", "schema-planted view lure",
                                                       "schema-lacking index session_day"});
    reserve(folder);
    CHECK(next_person(folder) == 2);
}

TEST_CASE("rows that name others that are not there are found") {
    const StoreFolder folder;
    folder.open();
    plant(folder.path, "PRAGMA foreign_keys = OFF; INSERT INTO family_member VALUES (1, 77)");
    CHECK(findings(folder) == std::vector<std::string>{"reference-broken family_member"});
}

TEST_CASE("a copy takes the place of the store, which is kept aside") {
    const StoreFolder folder;
    folder.open();
    const StorePair copy = copy_of(folder, "copy");
    reserve(folder);
    stage_copy(folder.path, copy);
    CHECK(next_person(folder) == 2);
    put_in_place(folder.path, "old", second);
    CHECK(next_person(folder) == 1);
    CHECK(examine_file(folder.path + ".old").identity == examine_file(folder.path).identity);
    CHECK_FALSE(std::filesystem::exists(folder.path + ".restore"));
}

TEST_CASE("a decided restoration is completed by whoever opens the store next") {
    for (const bool first_done : {false, true}) {
        const StoreFolder folder;
        folder.open();
        const StorePair copy = copy_of(folder, "copy");
        reserve(folder);
        stage_copy(folder.path, copy);
        std::ofstream(folder.path + ".restore/decided") << "old\n";
        const StorePair staged = staged_pair(folder.path);
        if (first_done) { // killed between the two
            std::filesystem::create_hard_link(pair_at(folder.path).keys, pair_at(folder.path).keys + ".old");
            std::filesystem::rename(staged.keys, pair_at(folder.path).keys);
            std::filesystem::create_hard_link(folder.path, folder.path + ".old");
        }
        CHECK(next_person(folder) == 1);
        CHECK(std::filesystem::exists(folder.path + ".old"));
        CHECK(std::filesystem::exists(pair_at(folder.path).keys + ".old"));
        CHECK_FALSE(std::filesystem::exists(folder.path + ".restore"));
        CHECK_FALSE(complete_restore(folder.path, second));
    }
}

TEST_CASE("a store in use, or beside a journal, is not replaced") {
    const StoreFolder folder;
    folder.open();
    stage_copy(folder.path, copy_of(folder, "copy"));
    std::ofstream(pair_at(folder.path).keys + "-journal") << "x";
    CHECK(fault_of([&] { put_in_place(folder.path, "old", second); }) == StoreFault::busy);
    std::filesystem::remove(pair_at(folder.path).keys + "-journal");
    std::ofstream(folder.path + ".old") << "x";
    CHECK(fault_of([&] { put_in_place(folder.path, "old", second); }) == StoreFault::unreachable);
    CHECK_FALSE(std::filesystem::exists(folder.path + ".restore/decided"));
    std::filesystem::remove(folder.path + ".old");
    Database holder = folder.open();
    const Transaction transaction = holder.write();
    CHECK(fault_of([&] { put_in_place(folder.path, "old", std::chrono::milliseconds(20)); }) == StoreFault::busy);
}

TEST_CASE("migrations are applied one by one, each with its stamp") {
    const StoreFolder folder;
    folder.open();
    std::vector<std::string_view> steps(migrations().begin(), migrations().end());
    const std::int64_t here = newest_version();
    CHECK(migrate_store({folder.path}, steps, second) == 0);
    steps.emplace_back("CREATE TABLE added (x {int}) {strict}");
    steps.emplace_back("CREATE TABLE keys.added (x {int}) {strict}; CREATE TABLE added (x {int}) {strict}");
    CHECK(fault_of([&] { migrate_store({folder.path}, steps, second); }) == StoreFault::corrupt);
    CHECK(schema_version({folder.path}, second) == here + 1); // the first stays, the second is taken back whole
    steps.back() = "CREATE TABLE keys.added (x {int}) {strict}";
    CHECK(migrate_store({folder.path}, steps, second) == 1);
    CHECK(schema_version({folder.path}, second) == here + 2);
    CHECK(fault_of([&] { folder.open(OpenMode::use); }) == StoreFault::newer);
}

TEST_CASE("a migration that is killed at any moment leaves both files at one version or the next") {
    const StoreFolder folder;
    folder.open();
    std::vector<std::string_view> steps(migrations().begin(), migrations().end());
    steps.emplace_back("CREATE TABLE keys.added (x {int}) {strict}; CREATE TABLE added (x {int}) {strict};"
                       "INSERT INTO added WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
                       " SELECT i FROM n; INSERT INTO keys.added SELECT x FROM added");
    const auto newest = static_cast<std::int64_t>(steps.size());
    const StorePair sound = copy_of(folder, "sound");
    for (int moment = 0; moment < 8; ++moment) {
        field::ChildProcess process([&] { migrate_store({folder.path}, steps, second); });
        std::this_thread::sleep_for(std::chrono::milliseconds(moment * 12));
        process.kill();
        process.wait();
        const std::int64_t version = schema_version({folder.path}, second);
        CHECK((version == newest - 1 || version == newest));
        migrate_store({folder.path}, steps, second); // throws unless both files agree
        CHECK(schema_version({folder.path}, second) == newest);
        for (const auto& [from, to] : {std::pair(sound.store, folder.path), std::pair(sound.keys, pair_at(folder.path).keys)})
            std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
    }
}
