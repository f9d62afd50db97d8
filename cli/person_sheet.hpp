#pragma once

#include "documents/column_names.hpp"

#include <vector>

namespace peergroup::cli {

/// The columns of a sheet of people: their own data, and the families that they belong to.
const std::vector<documents::ColumnName>& person_sheet_columns();

} // namespace peergroup::cli
