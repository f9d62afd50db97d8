#pragma once

#include "cli/batch_report.hpp"
#include "documents/document.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace peergroup::cli {

/// Throws Problem(usage, `unknown-extension`) unless the name ends in .csv or .jsonl, the formats that grow row by row.
void check_report_name(const std::string& path);

/// What became of every row of a batch, in the order of the file.
class RowReport {
public:
    /// `rows_stand`: the rows that were not refused are not held back by those that were.
    RowReport(Language language, const FinishedBatch& batch, bool rows_stand);

    /// Writes all of it to a file that appears whole or not at all.
    void write(const std::string& path) const;
    /// All of it as one table.
    documents::Table table() const { return table(0, rows_.size()); }

private:
    struct ReportedRow {
        std::uint32_t line;
        batches::RowStatus status;
        std::int64_t subject;
        std::size_t rejection; ///< its place among the rejections, when it is one
    };
    documents::Table table(std::size_t first, std::size_t end) const;
    documents::Row row_of(const ReportedRow& row) const;

    Language language_;
    const FinishedBatch& batch_;
    bool rows_stand_;
    std::vector<batches::RowRejection> rejections_;
    std::vector<ReportedRow> rows_;
};

} // namespace peergroup::cli
