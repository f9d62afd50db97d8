#include "documents/formula_guard.hpp"
#include "documents/sheet.hpp"
#include "language/problem.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace peergroup::documents;

namespace {

/// What is kept of a row to compare it when it is read again.
struct Kept {
    RowPlace place;
    std::string raw;
    std::vector<std::string> values;
    bool faulty;

    bool operator==(const Kept&) const = default;
};

void require(bool holds) {
    if (!holds) std::abort();
}

Kept keep(const Sheet& sheet, const SheetRow& row) {
    Kept kept{row.place, std::string(row.raw()), {}, row.fault.has_value()};
    if (row.fault) require(!row.fault->code.empty() && row.fault->line >= row.place.line && row.fault->column > 0);
    for (std::size_t column = 0; !row.fault && column < sheet.columns().size(); ++column) {
        kept.values.emplace_back(row.at(column));
        require(row.column_number(column) > 0 && row.line_number(column) >= row.place.line);
        const std::string_view value = row.at(column);
        require(unguard_formula(guard_formula(value)) == value);
    }
    return kept;
}

void read_twice(Sheet& sheet) {
    std::vector<Kept> rows;
    SheetRow row;
    while (sheet.next(row)) {
        require(rows.empty() || rows.back().place.offset < row.place.offset);
        rows.push_back(keep(sheet, row));
    }
    sheet.rewind();
    for (const Kept& kept : rows)
        require(sheet.next(row) && keep(sheet, row) == kept);
    for (auto kept = rows.rbegin(); kept != rows.rend(); ++kept) {
        sheet.seek(kept->place);
        require(sheet.next(row) && keep(sheet, row) == *kept);
    }
}

} // namespace

/// Any bytes are a sheet or a Problem, and a sheet reads the same from every place again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        Sheet sheet = Sheet::open(TextSource::memory("input", std::string(data, data + size)),
                                  {{"a", {"ä", "first name"}}, {"b", {}}, {"c", {}}});
        read_twice(sheet);
    } catch (const peergroup::Problem& problem) {
        require(!problem.code.empty() && !problem.message.empty());
    }
    return 0;
}
