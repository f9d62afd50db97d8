#pragma once

#include "catalogue/catalogue.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <vector>

namespace peergroup::catalogue {

/// The row of the catalogue in use, whole and known by its hash; written when a decision is first made under it.
std::int64_t keep_catalogue(store::Transaction& transaction, const Catalogue& catalogue);

/// The numbers of kept catalogues that are not what they were when they were kept.
std::vector<std::int64_t> changed_catalogues(store::Transaction& transaction);

} // namespace peergroup::catalogue
