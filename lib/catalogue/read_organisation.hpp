#pragma once

#include "catalogue/findings.hpp"
#include "catalogue/organisation.hpp"

namespace peergroup::catalogue {

/// Reads the organisation and its policy, the whole file whatever is wrong with it: every fault goes to `findings`, and only
/// where there is none is the value sound. Never throws a Problem.
Organisation read_organisation(const SourceFile& file, Findings& findings);

} // namespace peergroup::catalogue
