#pragma once

#include "documents/sheet.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Columns that the tests' sheets may have.
inline const std::vector<peergroup::documents::ColumnName>& test_columns() {
    static const std::vector<peergroup::documents::ColumnName> columns = {
        {"group", {"ryhmä", "grupp"}},
        {"given_name", {"etunimi", "förnamn", "first name"}},
        {"birth_date", {"syntymäaika", "födelsedatum"}},
        {"phone", {"puhelin"}},
    };
    return columns;
}

inline peergroup::documents::Sheet open_sheet(std::string_view bytes) {
    using peergroup::documents::TextSource;
    return peergroup::documents::Sheet::open(TextSource::memory("people.csv", std::string(bytes)), test_columns());
}

/// Every row as its values, or as `!code` of its fault.
inline std::vector<std::vector<std::string>> rows_of(peergroup::documents::Sheet& sheet) {
    std::vector<std::vector<std::string>> rows;
    peergroup::documents::SheetRow row;
    while (sheet.next(row)) {
        std::vector<std::string>& values = rows.emplace_back();
        if (row.fault) values.push_back("!" + row.fault->code);
        for (std::size_t column = 0; !row.fault && column < sheet.columns().size(); ++column)
            values.emplace_back(row.at(column));
    }
    return rows;
}

inline std::vector<std::vector<std::string>> rows_of(std::string_view bytes) {
    peergroup::documents::Sheet sheet = open_sheet(bytes);
    return rows_of(sheet);
}

using Rows = std::vector<std::vector<std::string>>;
