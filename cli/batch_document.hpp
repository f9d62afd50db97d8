#pragma once

#include "documents/document.hpp"
#include "language/language.hpp"
#include "stewardship/batch_log.hpp"

namespace peergroup::cli {

/// An empty table for batches.
documents::Table batch_table(Language language);
documents::Row row_of(const stewardship::RecordedBatch& batch);

} // namespace peergroup::cli
