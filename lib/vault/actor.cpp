#include "vault/actor.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

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
        return "reminder-job";
    case Role::none:
        break;
    }
    return "none";
}

std::optional<Role> parse_role(std::string_view text) {
    for (const Role role : {Role::admin, Role::coordinator, Role::facilitator, Role::reminder_job})
        if (text == code_of(role)) return role;
    return std::nullopt;
}

bool Actor::may_see_region(std::string_view region) const {
    return regions.empty() || std::ranges::find(regions, region) != regions.end();
}

std::string Actor::refusal_of(const GroupPlace& group) const {
    if (!may_see_region(group.region)) return "not-permitted.region";
    if (role != Role::facilitator) return "";
    const bool is_own = std::ranges::any_of(groups, [&](const std::string& own) {
        return own == group.code || (!group.pair_code.empty() && own == group.pair_code);
    });
    return is_own ? "" : "not-permitted.group";
}

void Actor::require_region(std::string_view region) const {
    if (may_see_region(region)) return;
    throw Problem(ProblemKind::not_permitted, "not-permitted.region", fmt::format("{} does not work in {}", id, region), "",
                  "an admin can change that in staff.toml");
}

void Actor::require_group(const GroupPlace& group) const {
    const std::string refusal = refusal_of(group);
    if (refusal.empty()) return;
    throw Problem(ProblemKind::not_permitted, refusal, fmt::format("{} may not work with {}", id, group.code), "",
                  "an admin can change that in staff.toml");
}

} // namespace peergroup::vault
