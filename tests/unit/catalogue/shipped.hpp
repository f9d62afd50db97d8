#pragma once

#include "catalogue/catalogue.hpp"
#include "print.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// The catalogue that is shipped, from the source tree.
inline peergroup::catalogue::Catalogue shipped_catalogue() {
    return peergroup::catalogue::Catalogue(std::filesystem::path(PEERGROUP_SOURCE_DIR) / "config");
}

using Codes = std::vector<std::string>;
