#include "cli/backup_flags.hpp"

#include "cli/wording.hpp"

#include <filesystem>

namespace peergroup::cli {

namespace {

using documents::Cell;

std::string beside_store(const Call& call, const char* name) {
    return (std::filesystem::path(store_path(call)).parent_path() / name).string();
}

} // namespace

void declare_backup_flags(Verb& verb, BackupFlags& flags) {
    verb.flag("--to FOLDER", "where the copy of the store goes; without it, backups beside the store", flags.to)
        .flag("--keys-to FOLDER", "where the copy of the person keys goes, kept apart; without it, key-backups beside the store",
              flags.keys_to)
        .flag("--keep-keys DAYS", "older copies of the person keys there are deleted; without it, the policy says",
              flags.keep_keys);
}

std::string backup_folder(const Call& call) {
    return beside_store(call, "backups");
}

std::string keys_folder(const Call& call) {
    return beside_store(call, "key-backups");
}

stewardship::BackupPlan backup_plan(const Call& call, const BackupFlags& flags) {
    const auto stated = flags.keep_keys.value ? flags.keep_keys.value : open_catalogue(call).organisation().policy.key_copy_days;
    return {.folder = flags.to.empty() ? backup_folder(call) : flags.to,
            .keys_folder = flags.keys_to.empty() ? keys_folder(call) : flags.keys_to,
            .keep_keys_days = stated,
            .now = call.surroundings.clock()};
}

documents::Table backup_table(const Call& call, const std::optional<stewardship::Backup>& backup) {
    documents::Table table{"files", "", {column(call.language, "outcome"), id_column(call.language, "file")}, {}};
    const auto add = [&](std::string_view outcome, const std::string& path) {
        table.rows.push_back({{coded(call.language, "copy", outcome), Cell::text(path)}});
    };
    if (!backup) return table;
    add("written", backup->written.store);
    add("written", backup->written.keys);
    for (const std::string& path : backup->deleted)
        add("deleted", path);
    return table;
}

} // namespace peergroup::cli
