#pragma once

#include "cli/surroundings.hpp"

namespace peergroup::cli {

/// The surroundings of this process. Files that it makes are its user's alone, its memory never becomes a core file, writing into
/// a closed pipe is an error like any other, and a standard stream that is closed cannot be mistaken for a file that is opened
/// later.
Surroundings process_surroundings();

} // namespace peergroup::cli
