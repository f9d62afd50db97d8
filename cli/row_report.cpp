#include "cli/row_report.hpp"

#include "cli/wording.hpp"
#include "documents/render.hpp"
#include "documents/whole_file.hpp"
#include "language/problem.hpp"

#include <algorithm>

namespace peergroup::cli {

using batches::RowStatus;
using documents::Cell;
using documents::Format;

namespace {

// A file of a million rows is rendered piece by piece.
constexpr std::size_t rows_at_once = 4096;

std::optional<Format> report_format(const std::string& path) {
    const auto format = documents::format_of_extension(path);
    return format == Format::csv || format == Format::jsonl ? format : std::nullopt;
}

} // namespace

void check_report_name(const std::string& path) {
    if (report_format(path)) return;
    throw Problem(ProblemKind::usage, "unknown-extension", "the file's extension names no format that grows row by row",
                  "--report", "use .csv or .jsonl");
}

RowReport::RowReport(Language language, const FinishedBatch& batch, bool rows_stand)
    : language_(language), batch_(batch), rows_stand_(rows_stand), rejections_(batch.result.outcomes->rejections()) {
    batch.result.outcomes->for_each_taken([this](std::uint32_t line, RowStatus status, std::int64_t subject) {
        rows_.push_back({line, status, subject, 0});
    });
    for (std::size_t index = 0; index < rejections_.size(); ++index)
        rows_.push_back({rejections_[index].place.line, RowStatus::rejected, 0, index});
    std::ranges::stable_sort(rows_, {}, &ReportedRow::line);
}

documents::Row RowReport::row_of(const ReportedRow& row) const {
    const Cell line = Cell::of(std::int64_t{row.line});
    const bool held_back = !rows_stand_ && row.status != RowStatus::rejected;
    const Cell outcome = Cell::text(held_back ? "held_back" : std::string(batches::code_of(row.status)));
    if (row.status == RowStatus::rejected) {
        const batches::RowRejection& rejection = rejections_[row.rejection];
        return {{line, outcome, Cell::empty(), Cell::text(rejection.column), Cell::text(rejection.code),
                 Cell::text(sentence_of(language_, rejection)), Cell::text(rejection.detail)}};
    }
    // The number of somebody who was created and taken back again would mean somebody else tomorrow.
    const bool lasts = batch_.result.ending == batches::Ending::applied || row.status == RowStatus::unchanged;
    return {{line, outcome, lasts ? Cell::text(batch_.code_of_subject(row.subject)) : Cell::empty()}};
}

documents::Table RowReport::table(std::size_t first, std::size_t end) const {
    documents::Table table{
        "rows", "", {column(language_, "line"), column(language_, "outcome"), id_column(language_, "subject")}, {}};
    for (const char* const key : {"column", "code", "message", "detail"})
        table.columns.push_back(column(language_, key));
    for (std::size_t index = first; index < end; ++index)
        table.rows.push_back(row_of(rows_[index]));
    return table;
}

void RowReport::write(const std::string& path) const {
    const Format format = report_format(path).value();
    documents::WholeFile file(path);
    std::size_t first = 0;
    do {
        const std::size_t end = std::min(first + rows_at_once, rows_.size());
        const std::string text =
            documents::render({"peergroup.batch-rows/1", "", {}, {table(first, end)}, {}}, {.format = format});
        const std::size_t heading = format == Format::csv && first > 0 ? text.find('\n') + 1 : 0;
        file.write(std::string_view(text).substr(heading));
        first = end;
    } while (first < rows_.size());
    file.commit();
}

} // namespace peergroup::cli
