#pragma once

#include "store/integrity.hpp"

#include <span>

namespace peergroup::people {

/// What has to hold of people and their keys.
std::span<const store::IntegrityCheck> integrity_checks();

} // namespace peergroup::people
