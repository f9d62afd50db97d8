#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::vault {

/// What an actor may do; `none` is of somebody who has no entry in `staff.toml`.
enum class Role { admin, coordinator, facilitator, reminder_job, none };

/// `admin`, `coordinator`, `facilitator`, `reminder-job`, `none`.
std::string_view code_of(Role role);
std::optional<Role> parse_role(std::string_view text);

/// What is asked of a group before an actor meets it.
struct GroupPlace {
    std::string_view region;
    std::string_view code;
    std::string_view pair_code = {}; ///< that both sides of a pair share, or empty
};

/// Who acts: the operating-system user behind the command, mapped by the workspace.
struct Actor {
    std::string id;
    Role role = Role::coordinator;
    std::vector<std::string> regions = {}; ///< empty: every region
    std::vector<std::string> groups = {};  ///< of a facilitator: codes of groups and of pairs; empty: none
    bool cleared = false;                  ///< sees why a person is not placeable
    std::int64_t facilitator = 0;          ///< number of who acts as a facilitator, or 0

    /// Whether people and groups of the region may be met.
    bool may_see_region(std::string_view region) const;
    /// Whether the group may be met: it is of the actor's regions and, for a facilitator, one of the actor's own.
    bool may_see_group(const GroupPlace& group) const { return refusal_of(group).empty(); }
    /// The code that refuses the group: `not-permitted.region`, `not-permitted.group`; empty when it may be met.
    std::string refusal_of(const GroupPlace& group) const;
    /// Whether every region is open to the actor, so that nothing has to be asked.
    bool sees_every_region() const { return regions.empty(); }

    /// Throws Problem(not_permitted, `not-permitted.region`) unless the region may be met.
    void require_region(std::string_view region) const;
    /// Throws Problem(not_permitted): `not-permitted.region` or `not-permitted.group`, unless the group may be met.
    void require_group(const GroupPlace& group) const;
};

} // namespace peergroup::vault
