#pragma once

#include "catalogue/delivery.hpp"
#include "catalogue/findings.hpp"

namespace peergroup::catalogue {

/// Reads how messages leave, the whole file whatever is wrong with it: every fault goes to `findings`, and only where there is
/// none is the value sound. Never throws a Problem. What would send anything in the clear beyond this machine, a sender that is a
/// placeholder, and a secret in place of a file that holds it are faults.
Delivery read_delivery(const SourceFile& file, Findings& findings);

} // namespace peergroup::catalogue
