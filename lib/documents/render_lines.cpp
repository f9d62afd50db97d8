#include "documents/cell_text.hpp"
#include "documents/renderers.hpp"
#include "language/text.hpp"

#include <algorithm>

// The formats for shell loops.
namespace peergroup::documents {

namespace {

std::string ids_of(const Table& table, std::size_t column) {
    std::string text;
    table.each_row([&](const Row& row) {
        const Cell& cell = cell_at(row, column);
        if (!row.total && !cell.is_empty()) text += language::printable(machine_text(cell)) + '\n';
    });
    return text;
}

} // namespace

std::string render_ids(const Document& document) {
    for (const Table& table : document.tables) {
        const auto id =
            std::find_if(table.columns.begin(), table.columns.end(), [](const Column& column) { return column.is_id; });
        if (id != table.columns.end()) return ids_of(table, static_cast<std::size_t>(id - table.columns.begin()));
    }
    return {};
}

std::string render_count(const Document& document) {
    if (document.tables.empty()) return "0\n";
    const Table& table = document.tables.front();
    const auto kept = std::count_if(table.rows.begin(), table.rows.end(), [](const Row& row) { return !row.total; });
    return std::to_string(table.before.count + static_cast<std::size_t>(kept)) + '\n';
}

} // namespace peergroup::documents
