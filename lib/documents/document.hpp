#pragma once

#include "documents/cell.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace peergroup::documents {

/// The side on which the values of a column line up: numbers on the right.
enum class Alignment { left, right };

/// One column: its key for machines, its heading for people.
struct Column {
    std::string key;
    std::string heading;
    bool is_id = false; ///< the column that `-f ids` prints
    Alignment alignment = Alignment::left;
};

/// One row: a cell for each column; missing cells are blank.
struct Row {
    std::vector<Cell> cells;
    bool total = false; ///< a sum over other rows: kept apart in JSON, never counted
};

/// Rows that are made while the table is written, maybe more than once, so that a long list never stands there as a whole. None
/// of them is a total.
struct RowsToMake {
    std::size_t count = 0;
    std::function<Row(std::size_t)> make = {}; ///< of the place in the list, from 0
};

/// A table: what a list command or a section of a report shows.
struct Table {
    std::string key;
    std::string title;
    std::vector<Column> columns;
    std::vector<Row> rows;
    RowsToMake before = {}; ///< they come before `rows`

    /// Hands every row to `visit(const Row&)`.
    template <class Visit> void each_row(Visit&& visit) const {
        for (std::size_t place = 0; place < before.count; ++place)
            visit(static_cast<const Row&>(before.make(place)));
        for (const Row& row : rows)
            visit(row);
    }
};

/// One named value that stands alone.
struct Fact {
    std::string key;
    std::string label;
    Cell value;
};

/// What a command shows, as a value: filled once and rendered in any format. It knows nothing of what it is about.
struct Document {
    std::string schema; ///< name and version of its JSON form, such as `peergroup.weekly-report/1`
    std::string title;
    std::vector<Fact> facts;
    std::vector<Table> tables;
    std::vector<std::string> notes;
};

} // namespace peergroup::documents
