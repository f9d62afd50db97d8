#pragma once

#include "calendar/instant.hpp"

#include <filesystem>
#include <optional>

namespace peergroup::reminders {

/// Notes in a file of the workspace that the job ran to its end: most runs have nothing to write into the store. Throws
/// Problem(failed, `spool-failed`).
void note_heartbeat(const std::filesystem::path& file, calendar::Instant now);

/// When the job last ran to its end; nothing where it never did.
std::optional<calendar::Instant> last_heartbeat(const std::filesystem::path& file);

} // namespace peergroup::reminders
