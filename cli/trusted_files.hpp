#pragma once

#include <filesystem>
#include <string>

namespace peergroup::cli {

/// Throws Problem(configuration, `config-writable`) when the path belongs to neither this user nor root, or when others may write
/// to it: whoever changes a rule decides about people.
void require_trusted(const std::filesystem::path& path);

/// The same for a catalogue: its folder, the folders in it and every file.
void require_trusted_catalogue(const std::filesystem::path& folder);

/// The text of a file of settings, once `require_trusted` has let it pass. Throws Problem as that and TextSource::file do.
std::string trusted_text(const std::filesystem::path& path);

/// Throws Problem(failed, `output-refused`) for a path in a workspace, or below: whoever shares the account that owns it could
/// write over what guards it. A folder with a `staff.toml` is taken for one.
void require_outside_workspaces(const std::string& path);

} // namespace peergroup::cli
