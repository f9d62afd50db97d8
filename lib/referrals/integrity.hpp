#pragma once

#include "store/integrity.hpp"

#include <span>

namespace peergroup::referrals {

/// What has to hold of referrals, their steps and the memberships that came of them.
std::span<const store::IntegrityCheck> integrity_checks();

} // namespace peergroup::referrals
