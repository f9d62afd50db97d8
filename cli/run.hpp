#pragma once

#include "cli/surroundings.hpp"

#include <string>
#include <vector>

namespace peergroup::cli {

/// Runs the command that `words` (without the program's name) give and tells what becomes of it. Gives the exit code, one of
/// ExitCode; throws nothing.
int run(const std::vector<std::string>& words, Surroundings& surroundings);

} // namespace peergroup::cli
