#include "stewardship/health.hpp"
#include "unit/field/workplace.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>

using namespace field;
namespace fs = std::filesystem;
namespace stewardship = peergroup::stewardship;

namespace {

class Patient : public Workplace {
public:
    std::map<std::string, std::string> verdicts(const char* instant = "2026-01-16T09:00:00Z") {
        std::map<std::string, std::string> found;
        for (const auto& line : stewardship::examine_health({.store = {path()},
                                .folder = spool(),
                                .zone = "Europe/Helsinki",
                                .backup_folder = spool() + "/backups",
                                .now = peergroup::calendar::Instant::parse(instant).value(),
                                .patience = std::chrono::seconds(1)}))
            found[line.code] = code_of(line.verdict);
        return found;
    }
};

} // namespace

TEST_CASE_FIXTURE(Patient, "a new workplace is well but for its backup") {
    auto found = verdicts();
    CHECK(found["backup"] == "warning");
    for (const char* const code : {"engine", "permissions", "cut-off", "schema", "clock", "time-zone"}) {
        CAPTURE(code);
        CHECK(found[code] == "ok");
    }
    fs::create_directory(spool() + "/backups");
    std::ofstream(spool() + "/backups/store-20260110T060000Z.db") << "x";
    CHECK(verdicts()["backup"] == "ok");
    CHECK(verdicts("2026-01-18T09:00:00Z")["backup"] == "warning");
}

TEST_CASE_FIXTURE(Patient, "what others can read, a clock that went back and a cut-off transaction are seen") {
    fs::permissions(path(), fs::perms::group_read, fs::perm_options::add);
    CHECK(verdicts()["permissions"] == "failed");
    fs::permissions(path(), fs::perms::owner_read | fs::perms::owner_write);
    {
        store::Transaction transaction = database().write();
        journal().record(transaction, "", "");
        transaction.commit();
    }
    CHECK(verdicts("2026-01-15T08:59:59Z")["clock"] == "failed");
    CHECK(verdicts("2026-01-15T09:00:00Z")["clock"] == "ok");
    std::ofstream(path() + "-journal") << "";
    CHECK(verdicts()["cut-off"] == "warning");
}

TEST_CASE_FIXTURE(Patient, "a damaged store is an answer") {
    fs::resize_file(path(), 1000);
    auto found = verdicts();
    CHECK(found["schema"] == "failed");
    CHECK(found["clock"] == "warning");
}
