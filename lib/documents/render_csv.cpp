#include "documents/cell_text.hpp"
#include "documents/formula_guard.hpp"
#include "documents/renderers.hpp"

#include <algorithm>

namespace peergroup::documents {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class CsvWriter {
public:
    CsvWriter(const Rendering& rendering, const TakePiece& take)
        : for_excel_(rendering.excel_fi), language_(rendering.language), take_(take) {
        if (for_excel_) text_ = byte_order_mark;
    }

    void heading(const Column& column) { field(guard_formula(for_excel_ ? column.heading : column.key)); }

    void cell(const Cell& cell) {
        const bool is_share = std::holds_alternative<Ratio>(cell.value());
        const bool is_number = std::holds_alternative<std::int64_t>(cell.value());
        if (is_number || is_share) return field(number(cell));
        field(guard_formula(for_excel_ ? shown_text(cell, language_) : machine_text(cell)));
    }

    void end_row() {
        text_ += "\r\n";
        first_ = true;
        if (text_.size() >= bytes_of_piece) hand_over();
    }

    /// Hands over what has been written.
    void hand_over() {
        take_(text_);
        text_.clear();
    }

private:
    /// Never grouped or in percent: a spreadsheet is to calculate with it.
    std::string number(const Cell& cell) const {
        std::string text = machine_text(cell);
        if (for_excel_) std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }

    void field(std::string_view value) {
        const char separator = for_excel_ ? ';' : ',';
        if (!first_) text_ += separator;
        first_ = false;
        if (!needs_quotes(value, separator)) {
            text_ += value;
            return;
        }
        text_ += '"';
        for (const char character : value) {
            if (character == '"') text_ += '"';
            text_ += character;
        }
        text_ += '"';
    }

    static bool needs_quotes(std::string_view value, char separator) {
        if (value.starts_with(' ') || value.ends_with(' ')) return true;
        return value.find(separator) != std::string_view::npos || value.find_first_of("\"\r\n\t") != std::string_view::npos;
    }

    bool for_excel_;
    Language language_;
    const TakePiece& take_;
    std::string text_;
    bool first_ = true;
};

/// Every column of any table, each key once.
std::vector<Column> all_columns(const std::vector<Table>& tables) {
    std::vector<Column> columns;
    for (const Table& table : tables)
        for (const Column& column : table.columns)
            if (std::none_of(columns.begin(), columns.end(), [&](const Column& known) { return known.key == column.key; }))
                columns.push_back(column);
    return columns;
}

const Cell& cell_under(const Table& table, const Row& row, const std::string& key) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& column) { return column.key == key; });
    return cell_at(row, static_cast<std::size_t>(found - table.columns.begin()));
}

void write_tables(CsvWriter& writer, const std::vector<Table>& tables) {
    const std::vector<Column> columns = all_columns(tables);
    const bool several = tables.size() > 1;
    if (several) writer.heading({"table", "", false, Alignment::left});
    for (const Column& column : columns)
        writer.heading(column);
    writer.end_row();
    for (const Table& table : tables) {
        const Cell name = Cell::coded(table.key, table.title);
        table.each_row([&](const Row& row) {
            if (several) writer.cell(name);
            for (const Column& column : columns)
                writer.cell(cell_under(table, row, column.key));
            writer.end_row();
        });
    }
}

void write_facts(CsvWriter& writer, const std::vector<Fact>& facts) {
    for (const Fact& fact : facts)
        writer.heading({fact.key, fact.label, false, Alignment::left});
    writer.end_row();
    for (const Fact& fact : facts)
        writer.cell(fact.value);
    writer.end_row();
}

} // namespace

void render_csv(const Document& document, const Rendering& rendering, const TakePiece& take) {
    CsvWriter writer(rendering, take);
    if (document.tables.empty())
        write_facts(writer, document.facts);
    else
        write_tables(writer, document.tables);
    writer.hand_over();
}

} // namespace peergroup::documents
