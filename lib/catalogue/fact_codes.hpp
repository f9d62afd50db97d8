#pragma once

#include "catalogue/catalogue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// Every code of a fact that a type or a variant of the catalogue asks for, sorted. Throws Problem(configuration) for a file that
/// is invalid.
std::vector<std::string> fact_codes(const Catalogue& catalogue);

/// The facts that a group of the type asks for, any of which suffices: the variant's where it names any, else the type's. Empty:
/// nothing is asked.
const std::vector<std::string>& eligibility_of(const GroupType& type, std::string_view variant);

/// The type that must have been completed before, as the variant or else the type states it; or empty.
const std::string& requires_completed_of(const GroupType& type, std::string_view variant);

} // namespace peergroup::catalogue
