#include "cli/batch_document.hpp"

#include "cli/wording.hpp"

namespace peergroup::cli {

using documents::Cell;

documents::Table batch_table(Language language) {
    documents::Table table{"batches", "", {id_column(language, "batch")}, {}};
    for (const char* const key : {"recorded_at", "actor", "verb", "regions", "counts", "undone_by"})
        table.columns.push_back(column(language, key));
    return table;
}

documents::Row row_of(const stewardship::RecordedBatch& batch) {
    return {{Cell::of(batch.id), Cell::text(batch.recorded_at), Cell::text(batch.actor), Cell::text(batch.verb),
             Cell::list(batch.regions), Cell::text(batch.counts), Cell::of(batch.undone_by)}};
}

} // namespace peergroup::cli
