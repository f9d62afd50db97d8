#pragma once

#include "catalogue/catalogue.hpp"
#include "store/database.hpp"

#include <cstdint>

namespace peergroup::catalogue {

/// The row of the catalogue in use, whole and known by its hash; written when a decision is first made under it.
std::int64_t keep_catalogue(store::Transaction& transaction, const Catalogue& catalogue);

} // namespace peergroup::catalogue
