#pragma once

#include "catalogue/catalogue.hpp"
#include "cli/call.hpp"
#include "cli/workspace.hpp"

#include <string>

namespace peergroup::cli {

/// Lays out a workspace: the folder for its user alone, the key ring, the catalogue with the organisation's name in it, the
/// store, `staff` as `staff.toml`, and last `workspace.toml`, so that an attempt that was cut off can be made again. What is
/// there already stays.
void lay_out_workspace(const Call& call, const catalogue::Catalogue& catalogue, const std::string& organisation,
                       const Settings& settings, const std::string& staff);

} // namespace peergroup::cli
