#include "stewardship/backup.hpp"

#include "language/problem.hpp"
#include "stewardship/backup_names.hpp"
#include "store/copies.hpp"
#include "store/queue.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <unistd.h>
#include <utility>

namespace peergroup::stewardship {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t seconds_in_day = 24L * 60 * 60;
constexpr std::string_view unfinished = ".peergroup-backup";

void refuse_existing(const std::string& path) {
    std::error_code hidden;
    if (fs::symlink_status(path, hidden).type() != fs::file_type::not_found)
        throw Problem(ProblemKind::failed, "file-exists", "is there already, and a copy is never replaced", path);
}

// One copy of a store while it is made: both files have other names until `finish`, and are gone unless it is called. A lock
// keeps out others who would write to the same folders.
class Copying {
public:
    explicit Copying(const BackupPlan& plan)
        : final_({(fs::path(plan.folder) / copy_name(plan.now, false)).string(),
                  (fs::path(plan.keys_folder) / copy_name(plan.now, true)).string()}),
          hidden_({hidden_name(plan.folder, "store.tmp"), hidden_name(plan.keys_folder, "keys.tmp")}),
          lock_((store::make_private_folder(plan.folder), store::make_private_folder(plan.keys_folder),
                 hidden_name(plan.folder, "lock")),
                store::FileLock::Side::exclusive, std::chrono::minutes(1)) {
        discard(); // what a killed backup left there
        refuse_existing(final_.store);
        refuse_existing(final_.keys);
    }
    ~Copying() { discard(); }
    Copying(const Copying&) = delete;
    Copying& operator=(const Copying&) = delete;

    void copy(const store::StoreUrl& url, store::Patience patience) const { store::copy_store(url, hidden_, patience); }

    // The keys first: a copy of a store that can be seen can be restored.
    store::StorePair finish() const {
        store::name_finally(hidden_.keys, final_.keys);
        store::name_finally(hidden_.store, final_.store);
        return final_;
    }

private:
    static std::string hidden_name(const std::string& folder, std::string_view ending) {
        return (fs::path(folder) / fmt::format("{}-{}", unfinished, ending)).string();
    }
    void discard() const {
        for (const std::string& path : {hidden_.store, hidden_.keys})
            for (const char* const ending : {"", "-journal"})
                ::unlink((path + ending).c_str());
    }

    store::StorePair final_;
    store::StorePair hidden_;
    store::FileLock lock_;
};

// Copies, and what restorations left beside the store: whoever is erased is to be gone there too.
std::vector<std::string> delete_old_keys(const store::StoreUrl& url, const BackupPlan& plan) {
    std::vector<std::string> deleted;
    if (!plan.keep_keys_days) return deleted;
    std::vector<NamedCopy> copies = copies_in(plan.keys_folder, true);
    for (NamedCopy& replaced : replaced_keys(url.path))
        copies.push_back(std::move(replaced));
    for (const NamedCopy& copy : copies) {
        if (plan.now.seconds() - copy.made_at.seconds() <= *plan.keep_keys_days * seconds_in_day) continue;
        if (::unlink(copy.path.c_str()) != 0) store::refuse_file(copy.path, "cannot be deleted", errno);
        store::sync_name(copy.path);
        deleted.push_back(copy.path);
    }
    return deleted;
}

} // namespace

Backup back_up(const store::StoreUrl& url, const vault::Journal& journal, const BackupPlan& plan, store::Patience patience) {
    const Copying copying(plan);
    copying.copy(url, patience);
    store::Database database = store::Database::open(url, store::OpenMode::use, patience);
    store::Transaction transaction = database.write();
    journal.record(transaction, copy_name(plan.now, false), "files=2");
    transaction.commit();
    store::StorePair written = copying.finish();
    return {std::move(written), delete_old_keys(url, plan)};
}

Backup back_up_unrecorded(const store::StoreUrl& url, const BackupPlan& plan, store::Patience patience) {
    const Copying copying(plan);
    copying.copy(url, patience);
    store::StorePair written = copying.finish();
    return {std::move(written), delete_old_keys(url, plan)};
}

} // namespace peergroup::stewardship
