#pragma once

#include "cli/call.hpp"
#include "cli/command_list.hpp"

namespace peergroup::cli {

/// Who gives the command: the caller, or --as, by `staff.toml` in the folder of the store, whose role may give it. Opens and
/// writes nothing else. Throws Problem: configuration as Staff::read does, not_permitted `unknown-user`, `not-permitted.as`,
/// `not-permitted.role`, not_found as `store_file` does.
vault::Actor permitted_actor(const Call& call, const Command& command);

} // namespace peergroup::cli
