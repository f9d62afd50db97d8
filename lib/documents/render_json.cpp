#include "documents/cell_text.hpp"
#include "documents/json_text.hpp"
#include "documents/json_writer.hpp"
#include "documents/renderers.hpp"

#include <algorithm>

namespace peergroup::documents {

namespace {

struct WriteValue {
    JsonWriter& writer;

    void operator()(std::monostate /*blank*/) const { writer.value("null"); }
    void operator()(const Flag& flag) const { writer.value(flag.set ? "true" : "false"); }
    void operator()(std::int64_t number) const { writer.value(std::to_string(number)); }
    void operator()(const Ratio& share) const { writer.value(share.whole == 0 ? "null" : share_text(share)); }
    void operator()(const std::string& text) const { writer.value(json_string(text)); }
    void operator()(const Coded& coded) const { writer.value(json_string(coded.code())); }
    void operator()(const Cell::List& items) const {
        writer.open('[');
        for (const std::string& item : items)
            writer.value(json_string(item));
        writer.close(']');
    }
};

void write_member(JsonWriter& writer, std::string_view key, const Cell& cell) {
    writer.key(key);
    std::visit(WriteValue{writer}, cell.value());
}

/// The keys of a table's columns as JSON, made once for all of its rows.
std::vector<std::string> keys_of(const Table& table) {
    std::vector<std::string> keys;
    for (const Column& column : table.columns)
        keys.push_back(json_string(column.key));
    return keys;
}

void write_cells(JsonWriter& writer, const std::vector<std::string>& keys, const Row& row) {
    for (std::size_t column = 0; column < keys.size(); ++column) {
        writer.written_key(keys[column]);
        std::visit(WriteValue{writer}, cell_at(row, column).value());
    }
}

void write_rows(JsonWriter& writer, const Table& table, bool totals) {
    const std::vector<std::string> keys = keys_of(table);
    writer.open('[');
    for (const Row& row : table.rows) {
        if (row.total != totals) continue;
        writer.open('{');
        write_cells(writer, keys, row);
        writer.close('}');
    }
    writer.close(']');
}

void write_table(JsonWriter& writer, const Table& table) {
    writer.key(table.key);
    write_rows(writer, table, false);
    if (std::none_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.total; })) return;
    writer.key(table.key + "_total");
    write_rows(writer, table, true);
}

void write_facts(JsonWriter& writer, const std::vector<Fact>& facts) {
    for (const Fact& fact : facts)
        write_member(writer, fact.key, fact.value);
}

/// About as many bytes as the document takes, so that its text need not be moved while it grows.
std::size_t expected_size(const Document& document) {
    constexpr std::size_t bytes_of_cell = 32;
    std::size_t cells = 32;
    for (const Table& table : document.tables)
        cells += table.rows.size() * (table.columns.size() + 1);
    return cells * bytes_of_cell;
}

} // namespace

std::string render_json(const Document& document) {
    JsonWriter writer(JsonWriter::Layout::pretty);
    writer.reserve(expected_size(document));
    writer.open('{');
    write_member(writer, "schema", Cell::text(document.schema));
    write_facts(writer, document.facts);
    for (const Table& table : document.tables)
        write_table(writer, table);
    if (!document.notes.empty()) write_member(writer, "notes", Cell::list(document.notes));
    writer.close('}');
    return writer.take() + '\n';
}

std::string render_jsonl(const Document& document) {
    std::string text;
    const auto add_line = [&](const auto& write_members) {
        JsonWriter writer(JsonWriter::Layout::compact);
        writer.open('{');
        write_members(writer);
        writer.close('}');
        text += writer.take() + '\n';
    };
    if (document.tables.empty()) add_line([&](JsonWriter& writer) { write_facts(writer, document.facts); });
    for (const Table& table : document.tables) {
        const std::vector<std::string> keys = keys_of(table);
        for (const Row& row : table.rows) {
            if (row.total) continue;
            add_line([&](JsonWriter& writer) {
                if (document.tables.size() > 1) write_member(writer, "table", Cell::text(table.key));
                write_cells(writer, keys, row);
            });
        }
    }
    return text;
}

} // namespace peergroup::documents
