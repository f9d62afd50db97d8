#pragma once

#include "catalogue/catalogue_files.hpp"
#include "language/problem.hpp"

#include <vector>

namespace peergroup::catalogue {

/// Reads every file and reports what is wrong with each in itself, and what is wrong between them: names that lead nowhere,
/// values that two files take, overrides of a type that the region does not run, zones that the system does not know. File by
/// file.
std::vector<Problem> check_files(const CatalogueFiles& files);

} // namespace peergroup::catalogue
