#include "language/problem.hpp"
#include "stewardship/backup.hpp"
#include "stewardship/backup_names.hpp"
#include "stewardship/migration.hpp"
#include "unit/field/workplace.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace field;
namespace stewardship = peergroup::stewardship;
using peergroup::calendar::Instant;

namespace {

class Kept : public Workplace {
public:
    stewardship::BackupPlan plan(const char* instant) const {
        return {spool() + "/backups", spool() + "/keys", 7, Instant::parse(instant).value()};
    }
    stewardship::Backup back_up(const char* instant) {
        return stewardship::back_up({path()}, journal("db backup"), plan(instant), std::chrono::seconds(5));
    }
};

} // namespace

TEST_CASE("the name of a copy says when it was made") {
    const Instant instant = Instant::parse("2026-09-14T06:00:00Z").value();
    CHECK(stewardship::copy_name(instant, false) == "store-20260914T060000Z.db");
    CHECK(stewardship::copy_name(instant, true) == "store-20260914T060000Z-keys.db");
    const auto copy = stewardship::read_copy_name("somewhere/store-20260914T060000Z-keys.db");
    REQUIRE(copy);
    CHECK(copy->made_at == instant);
    CHECK(copy->of_keys);
    for (const char* const other : {"store.db", "store-keys.db", "store-20260914T060000Z.db.tmp", "store-20261314T060000Z.db",
                                    "store-2026091XT060000Z.db", "store-20260914T060000Z-copy.db"})
        CHECK_FALSE(stewardship::read_copy_name(other));
}

TEST_CASE_FIXTURE(Kept, "a backup is two private files, is journalled, and is never replaced") {
    const auto backup = back_up("2026-09-14T06:00:00Z");
    CHECK(backup.written.store == spool() + "/backups/store-20260914T060000Z.db");
    CHECK(backup.written.keys == spool() + "/keys/store-20260914T060000Z-keys.db");
    CHECK(lines("SELECT objects FROM journal") == Lines{"store-20260914T060000Z.db"});
    CHECK_THROWS_AS(back_up("2026-09-14T06:00:00Z"), peergroup::Problem);
    CHECK(stewardship::copies_in(spool() + "/backups", false).size() == 1);
}

TEST_CASE_FIXTURE(Kept, "copies of the keys are deleted when they are too old, those of the store never") {
    back_up("2026-09-01T06:00:00Z");
    back_up("2026-09-08T06:00:00Z");
    std::ofstream(spool() + "/keys/store-keys.db") << "not by a copy's name";
    const auto backup = back_up("2026-09-08T06:00:01Z");
    CHECK(backup.deleted == Lines{spool() + "/keys/store-20260901T060000Z-keys.db"});
    CHECK(stewardship::copies_in(spool() + "/keys", true).size() == 2);
    CHECK(stewardship::copies_in(spool() + "/backups", false).size() == 3);
    CHECK(std::filesystem::exists(spool() + "/keys/store-keys.db"));
}

TEST_CASE_FIXTURE(Kept, "what a killed backup left is removed by the next") {
    std::filesystem::create_directory(spool() + "/backups");
    std::ofstream(spool() + "/backups/.peergroup-backup-store.tmp") << "half";
    back_up("2026-09-14T06:00:00Z");
    CHECK_FALSE(std::filesystem::exists(spool() + "/backups/.peergroup-backup-store.tmp"));
}

TEST_CASE_FIXTURE(Kept, "the keys of a copy are those of its moment, else the oldest later ones") {
    back_up("2026-09-01T06:00:00Z");
    back_up("2026-09-08T06:00:01Z");
    const std::string first = spool() + "/backups/store-20260901T060000Z.db";
    const std::string later = spool() + "/keys/store-20260908T060001Z-keys.db";
    CHECK(stewardship::find_copy({spool() + "/backups"}, spool() + "/keys").keys == later);
    CHECK(stewardship::find_copy({first}, spool() + "/keys").keys == later);
    CHECK(stewardship::find_copy({first, spool() + "/keys"}, "").keys == later);
    CHECK(stewardship::find_copy({first, later}, "").keys == later);
    CHECK_THROWS_AS(stewardship::find_copy({first, "nowhere"}, ""), peergroup::Problem);
    CHECK_THROWS_AS(stewardship::find_copy({first}, spool()), peergroup::Problem);
    CHECK_THROWS_AS(stewardship::find_copy({spool() + "/keys"}, ""), peergroup::Problem);
}

TEST_CASE_FIXTURE(Kept, "a store of the newest schema is not migrated, nor backed up for that") {
    const auto migration =
        stewardship::migrate({path()}, journal("db migrate"), plan("2026-09-14T06:00:00Z"), std::chrono::seconds(5));
    CHECK(migration.from == migration.to);
    CHECK_FALSE(migration.backup);
    CHECK_FALSE(std::filesystem::exists(spool() + "/backups"));
}
