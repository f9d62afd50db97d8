#pragma once

#include "documents/column_names.hpp"

#include <vector>

namespace peergroup::cli {

/// The columns of a sheet of people: their own data, the families that they belong to, and what is attested.
const std::vector<documents::ColumnName>& person_sheet_columns();

} // namespace peergroup::cli
