#pragma once

#include "store/integrity.hpp"

#include <span>

namespace peergroup::facilitators {

/// What has to hold of facilitators, their qualifications and the groups that they guide.
std::span<const store::IntegrityCheck> integrity_checks();

} // namespace peergroup::facilitators
