#pragma once

#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/staff.hpp"

namespace peergroup::cli {

/// Who works with the store of the call. Throws Problem as `Staff::read` does.
Staff staff_of(const Call& call);

/// Finds who gives the command: the caller, or --as, by `staff.toml` in the folder of the store, whose role may give it. Of a
/// facilitator who is named there it reads which groups are guided today; it opens and writes nothing else. When it throws, the
/// call's actor is as far as the caller was made out; of somebody who is not in the file the name that the system knows, with the
/// role `none`. Throws Problem: configuration as Staff::read does, not_permitted `unknown-user`, `not-permitted.as`,
/// `not-permitted.role`, not_found as `store_file` does.
void identify_actor(Call& call, const Command& command);

} // namespace peergroup::cli
