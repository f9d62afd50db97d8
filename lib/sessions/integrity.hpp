#pragma once

#include "store/integrity.hpp"

#include <span>

namespace peergroup::sessions {

/// What has to hold of attendance marks and the counters of meetings.
std::span<const store::IntegrityCheck> integrity_checks();

} // namespace peergroup::sessions
