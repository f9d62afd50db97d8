#pragma once

#include "store/integrity.hpp"

#include <span>

namespace peergroup::admission {

/// What has to hold of memberships, their two tables, their steps and the seats that they take.
std::span<const store::IntegrityCheck> integrity_checks();

} // namespace peergroup::admission
