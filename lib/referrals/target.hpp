#pragma once

#include "groups/group_code.hpp"

#include <optional>
#include <string>

namespace peergroup::referrals {

/// What somebody wants to come into, as it is said: a group or pair by its code, or a type in a region.
struct Target {
    std::optional<groups::GroupCode> group = {};
    std::string type = {}; ///< where no group is named
    std::string region = {};

    std::string text() const { return group ? group->text() : type + ' ' + region; }
};

} // namespace peergroup::referrals
