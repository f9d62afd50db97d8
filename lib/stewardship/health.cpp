#include "stewardship/health.hpp"

#include "calendar/zone.hpp"
#include "stewardship/backup_names.hpp"
#include "stewardship/erasure.hpp"
#include "store/fault.hpp"
#include "store/migration.hpp"
#include "store/restore.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace peergroup::stewardship {

namespace {

constexpr std::uintmax_t mebibyte = 1U << 20U;
constexpr std::int64_t seconds_in_day = 24L * 60 * 60;

std::uintmax_t size_of(const std::string& path) {
    std::error_code hidden;
    const std::uintmax_t size = std::filesystem::file_size(path, hidden);
    return hidden ? 0 : size;
}

HealthLine examine_engine(const HealthQuestion&) {
    return {"engine", Verdict::ok, store::engine_version()};
}

// What others than the owner can reach tells who is a client.
HealthLine examine_permissions(const HealthQuestion& question) {
    const store::StorePair pair = store::pair_at(question.store.path);
    for (const std::string& path : {question.folder, question.key_ring, pair.store, pair.keys}) {
        struct stat status {};
        if (path.empty()) continue;
        if (::stat(path.c_str(), &status) != 0) return {"permissions", Verdict::failed, path};
        if ((status.st_mode & 077) != 0 || (status.st_uid != ::geteuid() && ::geteuid() != 0))
            return {"permissions", Verdict::failed, fmt::format("{} {:04o}", path, status.st_mode & 07777)};
    }
    return {"permissions"};
}

HealthLine examine_journals(const HealthQuestion& question) {
    const store::StorePair pair = store::pair_at(question.store.path);
    for (const std::string& path : {pair.store, pair.keys})
        if (store::has_journal(path)) return {"cut-off", Verdict::warning, path + "-journal"};
    return {"cut-off"};
}

HealthLine examine_schema(const HealthQuestion& question) {
    try {
        const std::int64_t version = store::schema_version(question.store, question.patience);
        if (version == store::newest_version()) return {"schema", Verdict::ok, fmt::format("{}", version)};
        return {"schema", Verdict::failed, fmt::format("{} / {}", version, store::newest_version())};
    } catch (const store::StoreError& error) {
        return {"schema", Verdict::failed, error.message};
    }
}

// A backup and a batch each need about as much as the store has already.
HealthLine examine_space(const HealthQuestion& question) {
    struct statvfs system {};
    const std::string folder = store::folder_of(question.store.path);
    if (::statvfs(folder.c_str(), &system) != 0) return {"disk-space", Verdict::failed, folder};
    const std::uintmax_t free = std::uintmax_t{system.f_bavail} * system.f_frsize;
    const std::uintmax_t needed = size_of(question.store.path) + size_of(store::pair_at(question.store.path).keys);
    const std::string detail = fmt::format("{} MiB", free / mebibyte);
    if (free < needed + mebibyte) return {"disk-space", Verdict::failed, detail};
    if (free < 3 * needed + 64 * mebibyte) return {"disk-space", Verdict::warning, detail};
    return {"disk-space", Verdict::ok, question.in_detail ? detail : ""};
}

HealthLine examine_clock(const HealthQuestion& question) {
    try {
        store::Database database = store::Database::open(question.store, store::OpenMode::use, question.patience);
        store::Transaction transaction = database.read();
        const std::string newest = newest_record(transaction);
        if (newest > question.now.text()) return {"clock", Verdict::failed, fmt::format("{} < {}", question.now.text(), newest)};
        return {"clock"};
    } catch (const store::StoreError& error) {
        return {"clock", Verdict::warning, error.message}; // why it cannot be read, the line about the schema says
    }
}

std::string zone_data_version() {
    std::ifstream file("/usr/share/zoneinfo/tzdata.zi");
    std::string line;
    std::getline(file, line);
    constexpr std::string_view mark = "# version ";
    return line.starts_with(mark) ? line.substr(mark.size()) : "";
}

// Zone data that was cut off after 2037, as some systems ship it, would move every meeting of those summers by an hour.
HealthLine examine_zone(const HealthQuestion& question) {
    const std::string name = question.zone.empty() ? "Europe/Helsinki" : question.zone;
    const auto zone = calendar::Zone::load(name);
    if (!zone) return {"time-zone", Verdict::failed, name};
    const auto offset = [&](const char* instant) { return zone->offset_seconds(calendar::Instant::parse(instant).value()); };
    if (name == "Europe/Helsinki" && (offset("2040-01-15T12:00:00Z") != 7200 || offset("2040-07-15T12:00:00Z") != 10800))
        return {"time-zone", Verdict::failed, name};
    return {"time-zone", Verdict::ok, question.in_detail ? fmt::format("{} {}", name, zone_data_version()) : name};
}

HealthLine examine_backup(const HealthQuestion& question) {
    constexpr std::int64_t most_days = 7; // OWN: a week's work can be entered again, more cannot
    const std::vector<NamedCopy> copies = copies_in(question.backup_folder, false);
    if (copies.empty()) return {"backup", Verdict::warning, question.backup_folder};
    const calendar::Instant newest = copies.back().made_at;
    const bool old = question.now.seconds() - newest.seconds() > most_days * seconds_in_day;
    return {"backup", old ? Verdict::warning : Verdict::ok, newest.text()};
}

// Copies of the person keys that are older than an erasure still open what was erased.
HealthLine examine_erasures(const HealthQuestion& question) {
    std::vector<NamedCopy> copies = copies_in(question.keys_folder, true);
    for (NamedCopy& replaced : replaced_keys(question.store.path))
        copies.push_back(std::move(replaced));
    if (copies.empty()) return {"erasures"};
    const calendar::Instant oldest = std::ranges::min_element(copies, {}, &NamedCopy::made_at)->made_at;
    const std::int64_t age = (question.now.seconds() - oldest.seconds()) / seconds_in_day;
    std::int64_t pending = 0;
    try {
        store::Database database = store::Database::open(question.store, store::OpenMode::use, question.patience);
        store::Transaction transaction = database.read();
        pending = Erasure(transaction).count_since(calendar::Date::parse(oldest.text().substr(0, 10)).value());
    } catch (const store::StoreError& error) {
        return {"erasures", Verdict::warning, error.message};
    }
    if (pending == 0) return {"erasures"};
    const bool overdue = !question.key_copy_days || age > *question.key_copy_days;
    return {"erasures", overdue ? Verdict::warning : Verdict::ok, fmt::format("{} / {}", pending, oldest.text())};
}

// The journals before anything opens the store, which takes back what was cut off. A new thing to look at is a new line here.
constexpr std::array examinations = {examine_engine, examine_permissions, examine_journals, examine_schema,  examine_clock,
                                     examine_space,  examine_zone,        examine_backup,   examine_erasures};

} // namespace

std::string_view code_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::ok:
        return "ok";
    case Verdict::warning:
        return "warning";
    case Verdict::failed:
        break;
    }
    return "failed";
}

std::vector<HealthLine> examine_health(const HealthQuestion& question) {
    std::vector<HealthLine> lines;
    for (const auto examine : examinations)
        lines.push_back(examine(question));
    return lines;
}

} // namespace peergroup::stewardship
