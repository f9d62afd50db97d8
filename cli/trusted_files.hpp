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

} // namespace peergroup::cli
