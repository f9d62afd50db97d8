#include "cli/batch_report.hpp"

#include "cli/output.hpp"
#include "cli/row_report.hpp"
#include "cli/trusted_files.hpp"
#include "cli/wording.hpp"
#include "documents/rejects.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "language/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace peergroup::cli {

namespace {

using batches::Ending;
using batches::RowRejection;
using batches::RowStatus;
using documents::Cell;
using documents::Format;

std::string place_of(const documents::Sheet& sheet, const RowRejection& rejection) {
    const std::string where = sheet.where(rejection.place);
    return rejection.column_number == 0 ? where : fmt::format("{}:{}", where, rejection.column_number);
}

void tell_rejections(const Call& call, const FinishedBatch& batch, const std::vector<RowRejection>& rejections) {
    for (const RowRejection& rejection : rejections) {
        std::string line = place_of(batch.sheet, rejection) + ": ";
        if (!rejection.column.empty()) line += rejection.column + ": ";
        call.surroundings.err << language::printable(line + sentence_of(call.language, rejection)) << '\n';
    }
}

// Both are in the order of the lines, so the sheet is read once more and matched on the way.
void write_rejects(const Call& call, documents::Sheet& sheet, const std::string& path,
                   const std::vector<RowRejection>& rejections) {
    documents::RejectFile file(sheet, path);
    documents::SheetRow row;
    auto next = rejections.begin();
    sheet.rewind();
    while (next != rejections.end() && sheet.next(row)) {
        if (row.place.line != next->place.line) continue;
        file.add(row, {next->column_number, next->code, sentence_of(call.language, *next)});
        while (next != rejections.end() && next->place.line == row.place.line)
            ++next;
    }
    file.commit();
}

documents::Table rejected_by_code(Language language, const batches::RowOutcomes& outcomes) {
    documents::Table table{"rejected_by_code", "", {column(language, "code"), number_column(language, "rows")}, {}};
    for (const auto& [code, count] : outcomes.rejections_by_code())
        table.rows.push_back({{Cell::text(code), Cell::of(count)}});
    return table;
}

documents::Table rejection_table(Language language, const std::vector<RowRejection>& rejections) {
    documents::Table table{"rejections", "", {}, {}};
    for (const char* const key : {"line", "column", "code", "message", "detail"})
        table.columns.push_back(column(language, key));
    for (const RowRejection& rejection : rejections)
        table.rows.push_back(
            {{Cell::of(std::int64_t{rejection.place.line}), Cell::text(rejection.column), Cell::text(rejection.code),
              Cell::text(sentence_of(language, rejection)), Cell::text(rejection.detail)}});
    return table;
}

documents::Document counts_of(const Call& call, const FinishedBatch& batch, const std::string& mode) {
    documents::Document document{"peergroup.batch/1", "", {}, {}, {}};
    const auto add = [&](std::string_view key, Cell value) {
        document.facts.push_back(fact(call.language, key, std::move(value)));
    };
    if (!is_for_people(format_of(call))) {
        add("mode", Cell::text(mode));
        add("ending", Cell::text(std::string(batches::code_of(batch.result.ending))));
    }
    std::int64_t sound = 0;
    for (const RowStatus status : batch.statuses) {
        const std::int64_t rows = batch.result.outcomes->count(status);
        sound += rows;
        add(batches::code_of(status), Cell::of(batch.rows_stand(mode) ? rows : 0));
    }
    if (!is_for_people(format_of(call)) || !batch.rows_stand(mode))
        add("held_back", Cell::of(batch.rows_stand(mode) ? 0 : sound));
    add("rejected", Cell::of(batch.result.outcomes->count(RowStatus::rejected)));
    return document;
}

void tell_ending(const Call& call, const FinishedBatch& batch) {
    const bool refused = batch.result.outcomes->has_rejections();
    if (batch.result.ending == Ending::rehearsed) tell(call, language::say(call.language, "batch.rehearsed"));
    if (batch.result.ending == Ending::refused) tell(call, language::say(call.language, "batch.refused"));
    if (batch.result.ending == Ending::applied && refused) tell(call, language::say(call.language, "batch.partial"));
}

} // namespace

bool FinishedBatch::rows_stand(const std::string& mode) const {
    return mode == "rows" || !result.outcomes->has_rejections();
}

void declare_batch_flags(Verb& verb, BatchFlags& flags) {
    verb.choice("--mode MODE", "atomic (one refused row and nothing is stored) or rows (store the others)", {"atomic", "rows"},
                flags.mode)
        .flag("--rejects FILE", "write the refused rows there, to be corrected and fed back", flags.rejects)
        .flag("--report FILE", "write there what became of every row (.csv or .jsonl)", flags.report)
        .can_be_rehearsed();
}

batches::Manner manner_of(const Call& call, const BatchFlags& flags) {
    if (!flags.report.empty()) check_report_name(flags.report);
    for (const std::string& path : {flags.report, flags.rejects})
        if (!path.empty()) require_outside_workspaces(path);
    return {batches::parse_mode(flags.mode).value(), call.flags.dry_run, call.surroundings.temporary_folder};
}

std::string sentence_of(Language language, const RowRejection& rejection) {
    if (!rejection.message.empty()) return rejection.message;
    // Whom the file itself was about to create is called by the line, which people read in their own language.
    std::string detail = rejection.detail;
    const std::string spoken = language::say(language, "batch.line") + ' ';
    for (std::size_t at = 0; (at = detail.find("line ", at)) != std::string::npos; at += spoken.size())
        detail.replace(at, 5, spoken);
    return language::say(language, "refusal." + rejection.code, {{"detail", detail}});
}

std::vector<std::string> sentences_of(Language language, const std::vector<batches::Remark>& remarks) {
    std::vector<std::string> sentences;
    for (const batches::Remark& remark : remarks)
        sentences.push_back(language::say(language, "remark." + remark.code, {{"detail", remark.detail}}));
    return sentences;
}

void require_taken(const Call& call, const batches::BatchResult& result) {
    if (!result.outcomes->has_rejections()) return;
    const RowRejection first = result.outcomes->rejections().front();
    const bool barred = first.code.starts_with("not-permitted");
    throw Problem(barred ? ProblemKind::not_permitted : ProblemKind::refused, first.code, sentence_of(call.language, first));
}

ExitCode tell_batch(const Call& call, const BatchFlags& flags, const FinishedBatch& batch) {
    const Format format = format_of(call);
    const std::vector<RowRejection> rejections = batch.result.outcomes->rejections();
    documents::Document document = counts_of(call, batch, flags.mode);
    if (format == Format::json || format == Format::jsonl) {
        document.tables = {rejected_by_code(call.language, *batch.result.outcomes), rejection_table(call.language, rejections)};
    } else {
        tell_rejections(call, batch, rejections);
        if (is_for_people(format) && !rejections.empty())
            document.tables = {rejected_by_code(call.language, *batch.result.outcomes)};
    }
    std::ranges::copy_if(batch.more, std::back_inserter(document.tables),
                         [&](const documents::Table& table) { return !is_for_people(format) || !table.rows.empty(); });
    if (!flags.rejects.empty() && !rejections.empty()) write_rejects(call, batch.sheet, flags.rejects, rejections);
    if (!flags.report.empty() || format == Format::ids || format == Format::count) {
        const RowReport report(call.language, batch, batch.rows_stand(flags.mode));
        if (!flags.report.empty()) report.write(flags.report);
        if (format == Format::ids || format == Format::count) document.tables = {report.table()};
    }
    tell_beside(call, document, sentences_of(call.language, batch.result.remarks));
    show(call, document);
    const ExitCode refused = flags.mode == "rows" ? ExitCode::partial : ExitCode::file_invalid;
    const ExitCode code = rejections.empty() ? ExitCode::done : refused;
    if (format != Format::json && format != Format::jsonl)
        tell_ending(call, batch);
    else if (code != ExitCode::done)
        print_problem(call.surroundings.err, {ProblemKind::file, "rows-refused", "rows were refused", batch.sheet.name()}, true);
    return code;
}

} // namespace peergroup::cli
