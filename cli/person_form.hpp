#pragma once

#include "cli/call.hpp"
#include "documents/text_source.hpp"

#include <span>
#include <string>

namespace peergroup::cli {

/// A person's own data: from a file, from standard input for `-`, or asked for at a terminal when no file is named, so that
/// nothing of it ever stands in the words of a command. Throws Problem(usage, `flag-missing`) where nobody can be asked.
documents::TextSource person_source(const Call& call, const std::string& path);

/// The same with a form of other questions, which are names of columns.
documents::TextSource form_source(const Call& call, const std::string& path, std::span<const char* const> questions);

} // namespace peergroup::cli
