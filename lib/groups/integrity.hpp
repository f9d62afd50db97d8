#pragma once

#include "store/integrity.hpp"

#include <span>

namespace peergroup::groups {

/// What has to hold of groups, their sides, their meetings and the history of both.
std::span<const store::IntegrityCheck> integrity_checks();

} // namespace peergroup::groups
