#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::vault {

/// What an actor may do.
enum class Role { admin, coordinator, facilitator, reminder_job };

/// `admin`, `coordinator`, `facilitator`, `reminder-job`.
std::string_view code_of(Role role);
std::optional<Role> parse_role(std::string_view text);

/// Who acts: the operating-system user behind the command, mapped by the workspace.
struct Actor {
    std::string id;
    Role role = Role::coordinator;
    std::vector<std::string> regions; ///< empty: every region
};

} // namespace peergroup::vault
