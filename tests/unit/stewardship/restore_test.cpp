#include "language/problem.hpp"
#include "stewardship/backup.hpp"
#include "stewardship/restore.hpp"
#include "store/fault.hpp"
#include "unit/field/workplace.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace field;
namespace fs = std::filesystem;
namespace stewardship = peergroup::stewardship;
using peergroup::calendar::Instant;

namespace {

constexpr store::Patience second = std::chrono::seconds(1);

class Kept : public Workplace {
public:
    Kept() {
        copy = stewardship::back_up({path()}, journal("db backup"),
                                    {spool() + "/backups", spool() + "/keys", 7, Instant::parse("2026-01-20T06:00:00Z").value()},
                                    second)
                   .written;
        change("UPDATE id_sequence SET next_id = 50 WHERE name = 'person'");
    }
    stewardship::Restoration restore(const store::StorePair& from) {
        return stewardship::restore({path()}, journal("db restore"), from, Instant::parse("2026-01-21T06:00:00Z").value(),
                                    second);
    }
    std::string code_of_restoring(const store::StorePair& from) {
        try {
            restore(from);
        } catch (const peergroup::Problem& problem) {
            return problem.code;
        }
        return "";
    }
    static std::int64_t next_person(const std::string& path) {
        store::Database database = store::Database::open({path}, store::OpenMode::use, second);
        return database.read().prepare("SELECT next_id FROM id_sequence WHERE name = 'person'").one()->integer(0);
    }

    store::StorePair copy;
};

} // namespace

TEST_CASE_FIXTURE(Kept, "a restored store knows that it was restored, and the old one stays beside it") {
    const auto restoration = restore(copy);
    CHECK(next_person(path()) == 1);
    CHECK(restoration.kept.store == path() + ".before-20260121T060000Z");
    CHECK(fs::exists(restoration.kept.store));
    CHECK(fs::exists(restoration.kept.keys));
    store::Database database = store::Database::open({path()}, store::OpenMode::use, second);
    CHECK(database.read().prepare("SELECT objects FROM journal WHERE verb = 'db restore'").one()->text(0) ==
          "store-20260120T060000Z.db");
}

TEST_CASE_FIXTURE(Kept, "a lost store and a damaged one are restored") {
    fs::resize_file(path(), 5000);
    restore(copy);
    CHECK(next_person(path()) == 1);
    fs::remove(path() + ".before-20260121T060000Z");
    fs::remove(store::pair_at(path()).keys + ".before-20260121T060000Z");
    fs::remove(path());
    fs::remove(store::pair_at(path()).keys);
    CHECK(restore(copy).kept.store.empty());
    CHECK(next_person(path()) == 1);
}

TEST_CASE_FIXTURE(Kept, "a copy is checked wholly before anything is replaced") {
    CHECK(code_of_restoring({copy.store, copy.store}) == "copy-mismatched");
    CHECK(code_of_restoring({copy.keys, copy.keys}) == "copy-mismatched");
    const Workplace other;
    CHECK(code_of_restoring({other.path(), store::pair_at(other.path()).keys}) == "copy-of-another-store");
    CHECK(code_of_restoring({copy.store, store::pair_at(other.path()).keys}) == "copy-mismatched");
    std::ofstream(path() + "-journal") << "x";
    CHECK(code_of_restoring(copy) == "store-journal");
    fs::remove(path() + "-journal");
    fs::resize_file(copy.store, fs::file_size(copy.store) / 2);
    CHECK_THROWS_AS(restore(copy), store::StoreError);
    CHECK(next_person(path()) == 50);
    CHECK_FALSE(fs::exists(path() + ".restore"));
}
