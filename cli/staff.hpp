#pragma once

#include "vault/actor.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::cli {

/// One entry of `staff.toml`.
struct StaffMember {
    vault::Actor actor;                       ///< its id is the operating-system user
    std::vector<std::string> may_act_as = {}; ///< users of other entries
    std::string email = {};                   ///< where reminders reach a coordinator, or empty
};

/// Gives the ids of the regions that there are; asked only where an entry names some.
using RegionIds = std::function<std::vector<std::string>()>;

/// Who works here: `staff.toml`, in the folder of the store that it guards. Whoever is not in it may do nothing.
class Staff {
public:
    /// Throws Problem(configuration): `staff-missing`, `config-writable`, or what is wrong with the file, at its place.
    static Staff read(const std::filesystem::path& file, const RegionIds& region_ids);

    /// The caller as the file maps him or her, or the entry `as` where that is not empty and the caller may act as it; its id
    /// names both then. Throws Problem(not_permitted): `unknown-user`, `not-permitted.as`.
    vault::Actor actor(const std::string& caller, const std::string& as) const;

    const std::vector<StaffMember>& members() const { return members_; }

private:
    const StaffMember* find(std::string_view user) const;

    std::vector<StaffMember> members_;
};

/// The text of a new `staff.toml`: `caller` is its admin; an account that somebody else runs the program as gets the role of its
/// jobs.
std::string staff_text(const std::string& caller, const std::string& account);

} // namespace peergroup::cli
