#pragma once

#include "catalogue/findings.hpp"
#include "catalogue/group_type.hpp"

namespace peergroup::catalogue {

/// Reads one group type, the whole file whatever is wrong with it: every fault goes to `findings`, and only where there is none
/// is the value sound. Never throws a Problem.
GroupType read_group_type(const SourceFile& file, Findings& findings);

} // namespace peergroup::catalogue
