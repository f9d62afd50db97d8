#include "vault/actor.hpp"

namespace peergroup::vault {

std::string_view code_of(Role role) {
    switch (role) {
    case Role::admin:
        return "admin";
    case Role::coordinator:
        return "coordinator";
    case Role::facilitator:
        return "facilitator";
    case Role::reminder_job:
        break;
    }
    return "reminder-job";
}

std::optional<Role> parse_role(std::string_view text) {
    for (const Role role : {Role::admin, Role::coordinator, Role::facilitator, Role::reminder_job})
        if (text == code_of(role)) return role;
    return std::nullopt;
}

} // namespace peergroup::vault
