#pragma once

#include "calendar/date.hpp"
#include "calendar/zone.hpp"
#include "catalogue/catalogue.hpp"
#include "cli/global_flags.hpp"
#include "cli/surroundings.hpp"
#include "cli/workspace.hpp"
#include "documents/sheet.hpp"
#include "documents/text_source.hpp"
#include "language/language.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::cli {

/// The circumstances of one command, from which it opens what it needs.
struct Call {
    std::string verb; ///< its words: `group create`
    const GlobalFlags& flags;
    Surroundings& surroundings;
    const Workspace& workspace;
    Language language;                                       ///< of what people read
    std::optional<vault::Actor> actor = {};                  ///< who gives it, where the command is not open to all
    mutable std::shared_ptr<const vault::KeyRing> keys = {}; ///< once they have been opened
};

/// The catalogue of --config, PEERGROUP_CONFIG, the workspace, $XDG_CONFIG_HOME/peergroup, /etc/peergroup, or as shipped.
catalogue::Catalogue open_catalogue(const Call& call);

/// The same without a word about where it is.
catalogue::Catalogue find_catalogue(const Call& call);

/// How long a command waits for its turn at the store: longer than any batch of this program holds it; a stranger is waited for
/// by the store itself, for less.
constexpr store::Patience patience = std::chrono::seconds(30);

/// The file of --store, PEERGROUP_STORE or the workspace, whether it is there or not. Throws Problem: not_found
/// `workspace-not-found`, usage `unknown-engine`.
std::string store_path(const Call& call);

/// The same, when there is something and the command is not open to all. Throws Problem(not_found, `store-missing`).
std::string require_store(const Call& call);

/// The store of --store, PEERGROUP_STORE or the workspace. Throws Problem(not_found): `workspace-not-found`, `store-missing`; and
/// StoreError. Only for commands that are not open to all.
store::Database open_store(const Call& call);

/// The file of the store that `open_store` opens. Throws Problem(not_found): `workspace-not-found`, `store-missing`.
std::filesystem::path store_file(const Call& call);

/// Who gives the command. Throws std::logic_error for a command that is open to all.
const vault::Actor& actor_of(const Call& call);

/// The record of this command: the caller acts, at the real instant, and gives what is read to `recipient`, a code, or to nobody.
vault::Journal journal_of(const Call& call, const std::string& recipient = {});

/// The same of a job that states its own ground: what it opens it needs for its work.
vault::Journal journal_of_job(const Call& call, const std::string& ground);

/// `stated`; when it is empty the one region in which the actor works, else the workspace's own.
std::string region_or_default(const Call& call, const std::string& stated);

/// The clock of a region. Throws Problem(configuration, `unknown-zone`).
calendar::Zone zone_of(const catalogue::Region& region);

/// The day that it is in the region, by --now or the clock.
calendar::Date today_in(const Call& call, const catalogue::Region& region);

/// The day on which a step in the region takes effect: --on, or today.
calendar::Date effective_day(const Call& call, const catalogue::Region& region);

/// The bytes of a file, or of standard input for `-`.
documents::TextSource open_source(const Call& call, const std::string& path);

/// The sheet in a file, or on standard input for `-`.
documents::Sheet open_sheet(const Call& call, const std::string& path, const std::vector<documents::ColumnName>& known);

/// Asks before a step that cannot be taken back. Throws Problem(needs_confirmation, `not-confirmed`) unless --yes is given or
/// somebody at a terminal says yes.
void confirm(const Call& call, const std::string& question);

} // namespace peergroup::cli
