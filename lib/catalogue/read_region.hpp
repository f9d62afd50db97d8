#pragma once

#include "catalogue/findings.hpp"
#include "catalogue/region.hpp"

namespace peergroup::catalogue {

/// Reads one region, the whole file whatever is wrong with it: every fault goes to `findings`, and only where there is none is
/// the value sound. Never throws a Problem.
Region read_region(const SourceFile& file, Findings& findings);

} // namespace peergroup::catalogue
