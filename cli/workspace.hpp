#pragma once

#include "cli/global_flags.hpp"
#include "cli/surroundings.hpp"
#include "language/language.hpp"
#include "language/problem.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace peergroup::cli {

/// What `workspace.toml` states.
struct Settings {
    std::string region;               ///< of people and groups when no other is said
    std::optional<Language> language; ///< of what people read
};

/// The folder in which somebody works: `workspace.toml`, `staff.toml`, the catalogue in `config/`, the store in
/// `store.db`.
class Workspace {
public:
    /// The folder of --workspace, PEERGROUP_WORKSPACE, or $XDG_DATA_HOME/peergroup; whether anything is in it or not.
    static Workspace find(const GlobalFlags& flags, const Surroundings& surroundings);

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path settings_file() const { return folder_ / "workspace.toml"; }
    std::filesystem::path staff_file() const { return folder_ / "staff.toml"; }
    std::filesystem::path catalogue_folder() const { return folder_ / "config"; }
    std::filesystem::path store_file() const { return folder_ / "store.db"; }
    std::filesystem::path key_ring_file() const { return folder_ / "key-ring"; }
    bool exists() const { return exists_; }

    /// Throws Problem: not_found `workspace-not-found`, or what is wrong with `workspace.toml`.
    const Settings& settings() const;
    /// Throws Problem(not_found, `workspace-not-found`) unless it is there.
    void require() const;
    /// The language that the workspace states, as far as it can be read.
    std::optional<Language> language() const { return settings_.language; }

private:
    explicit Workspace(std::filesystem::path folder);

    std::filesystem::path folder_;
    bool exists_ = false;
    Settings settings_;
    std::optional<Problem> fault_; ///< with `workspace.toml`; told when the settings are needed
};

/// The text of a new `workspace.toml`.
std::string settings_text(const Settings& settings);

} // namespace peergroup::cli
