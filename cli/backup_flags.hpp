#pragma once

#include "cli/call.hpp"
#include "cli/verb.hpp"
#include "documents/document.hpp"
#include "stewardship/backup.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::cli {

/// Where copies of the store go, as `db backup` and `db migrate` are told.
struct BackupFlags {
    std::string to;
    std::string keys_to;
    Whole<0, 3660> keep_keys;
};

void declare_backup_flags(Verb& verb, BackupFlags& flags);

/// The folder beside the store for copies of it, and the one for copies of the person keys.
std::string backup_folder(const Call& call);
std::string keys_folder(const Call& call);

/// What the flags, or in their place the workspace and the organisation's policy, say.
stewardship::BackupPlan backup_plan(const Call& call, const BackupFlags& flags);

/// The files that were written and deleted, as a table.
documents::Table backup_table(const Call& call, const std::optional<stewardship::Backup>& backup);

} // namespace peergroup::cli
