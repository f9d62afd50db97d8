#pragma once

#include "batches/batch_run.hpp"
#include "documents/sheet.hpp"
#include "print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace field {

namespace batches = peergroup::batches;
namespace documents = peergroup::documents;

/// A sheet as it would come from a file.
inline documents::Sheet sheet_of(std::string text, const std::vector<documents::ColumnName>& columns) {
    return documents::Sheet::open(documents::TextSource::memory("rows.csv", std::move(text)), columns);
}

/// What became of a batch, in words: a line each, `2 enrolled 7` (line of the file, status, number of the person) or
/// `3 near-match P-0001` (line, code of refusal, detail).
struct Told {
    batches::Ending ending = batches::Ending::applied;
    std::vector<std::string> rows = {};
    std::int64_t created = 0;

    bool operator==(const Told&) const = default;
};

inline Told told(const batches::BatchResult& result) {
    Told told{result.ending, {}, result.outcomes->created()};
    std::vector<std::pair<std::uint32_t, std::string>> rows;
    result.outcomes->for_each_taken([&](std::uint32_t line, batches::RowStatus status, std::int64_t subject) {
        rows.emplace_back(line, fmt::format("{} {} {}", line, batches::code_of(status), subject));
    });
    for (const batches::RowRejection& rejection : result.outcomes->rejections()) {
        const std::string detail = rejection.detail.empty() ? "" : " " + rejection.detail;
        rows.emplace_back(rejection.place.line, fmt::format("{} {}{}", rejection.place.line, rejection.code, detail));
    }
    std::ranges::stable_sort(rows, {}, &std::pair<std::uint32_t, std::string>::first);
    for (auto& row : rows)
        told.rows.push_back(std::move(row.second));
    return told;
}

} // namespace field
