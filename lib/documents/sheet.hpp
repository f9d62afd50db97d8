#pragma once

#include "documents/column_names.hpp"
#include "documents/csv_row.hpp"
#include "documents/encoding.hpp"
#include "documents/sheet_row.hpp"
#include "documents/text_source.hpp"
#include "documents/text_window.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::documents {

/// A table of rows read from CSV (RFC 4180, as Excel and LibreOffice write it in Finland too) or JSON Lines, in flat memory
/// whatever its size, as often as one likes. Blank rows are passed over, and so are columns whose names begin with `_`: the
/// program's own remarks on rejected rows.
class Sheet {
public:
    /// Finds out encoding, format and separator and reads the header. Throws Problem of kind `file`: `spreadsheet-not-csv` for
    /// .xlsx, .ods and .xls, `file-empty`, `header-missing`, `unknown-column` or `repeated-column` with every fault of the
    /// header in one message, `json-not-lines`, `file-too-large`, and what TextSource throws.
    static Sheet open(TextSource source, const std::vector<ColumnName>& known);

    /// Reads the next row that is not blank into `row`; false at the end. A row that cannot be read comes with its `fault` set,
    /// and reading goes on with the line after it.
    bool next(SheetRow& row);
    /// Goes back to before the first row.
    void rewind();
    /// Goes back, or on, to a row read before: next() gives it again.
    void seek(RowPlace place);

    /// Canonical names of the columns, in the order of the file; for JSON Lines every known column, in the order given.
    const std::vector<std::string>& columns() const { return header_.columns; }
    /// Whether the sheet has a column, by its canonical name.
    bool has(std::string_view column) const { return index_of(column).has_value(); }
    /// The place of a column in columns().
    std::optional<std::size_t> index_of(std::string_view column) const;

    /// How the file was understood, to be said aloud: `read as Windows-1252, separated by ";"`.
    std::string assumption() const;
    const std::string& name() const { return window_.name(); }
    Encoding encoding() const { return encoding_; }
    bool is_json_lines() const { return separator_ == '\0'; }
    /// The separator of the fields; NUL for JSON Lines.
    char separator() const { return separator_; }
    /// The header line as it came, in UTF-8, without remark columns; empty for JSON Lines.
    const std::string& raw_header() const { return raw_header_; }

    /// `file:line` of a row: the form of Problem::where.
    std::string where(RowPlace place) const;
    /// `file:line:column` of a value in a row.
    std::string where(const SheetRow& row, std::size_t column) const;
    /// `file:line:column` of a row's fault.
    std::string where(const RowFault& fault) const;

private:
    Sheet(TextSource source, Encoding encoding, const std::vector<ColumnName>& known);

    // The start of the file, in sheet_header.cpp.
    void skip_blank_lines();
    void start_json_lines();
    void read_csv_header();
    char choose_separator();
    std::vector<HeaderName> header_names() const;

    bool split_next();
    void refuse_long_row();
    void advance();
    void skip_line();
    bool is_blank() const;
    void take_fields(SheetRow& row) const;
    void take_field(SheetRow& row, const CsvField& field, std::size_t slot) const;
    void take_members(SheetRow& row) const;
    void refuse_bad_bytes(SheetRow& row) const;

    Encoding encoding_;
    TextWindow window_;
    ColumnNames names_;
    Header header_;
    std::string raw_header_;
    char separator_ = '\0';
    RowPlace next_;    ///< where the next row is to be read
    RowPlace first_;   ///< the first row below the header
    CsvRow split_;     ///< the row at hand, its memory used again
    bool cut_ = false; ///< it goes on behind what is held of it
};

} // namespace peergroup::documents
