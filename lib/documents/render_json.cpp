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

/// Hands over what has been written, once it is long enough or when it has to be.
void hand_over(JsonWriter& writer, const TakePiece& take, std::size_t least = bytes_of_piece) {
    if (writer.text().size() < least) return;
    take(writer.text());
    writer.forget_text();
}

class TableWriter {
public:
    TableWriter(JsonWriter& writer, const TakePiece& take) : writer_(writer), take_(take) {}

    void write(const Table& table) {
        writer_.key(table.key);
        write_rows(table, false);
        if (std::none_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.total; })) return;
        writer_.key(table.key + "_total");
        write_rows(table, true);
    }

private:
    void write_rows(const Table& table, bool totals) {
        const std::vector<std::string> keys = keys_of(table);
        writer_.open('[');
        table.each_row([&](const Row& row) {
            if (row.total != totals) return;
            writer_.open('{');
            write_cells(writer_, keys, row);
            writer_.close('}');
            hand_over(writer_, take_);
        });
        writer_.close(']');
    }

    JsonWriter& writer_;
    const TakePiece& take_;
};

void write_facts(JsonWriter& writer, const std::vector<Fact>& facts) {
    for (const Fact& fact : facts)
        write_member(writer, fact.key, fact.value);
}

} // namespace

void render_json(const Document& document, const TakePiece& take) {
    JsonWriter writer(JsonWriter::Layout::pretty);
    writer.open('{');
    write_member(writer, "schema", Cell::text(document.schema));
    write_facts(writer, document.facts);
    for (const Table& table : document.tables)
        TableWriter(writer, take).write(table);
    if (!document.notes.empty()) write_member(writer, "notes", Cell::list(document.notes));
    writer.close('}');
    writer.end_line();
    hand_over(writer, take, 0);
}

void render_jsonl(const Document& document, const TakePiece& take) {
    JsonWriter writer(JsonWriter::Layout::compact);
    const auto add_line = [&](const auto& write_members) {
        writer.open('{');
        write_members();
        writer.close('}');
        writer.end_line();
        hand_over(writer, take);
    };
    if (document.tables.empty()) add_line([&] { write_facts(writer, document.facts); });
    for (const Table& table : document.tables) {
        const std::vector<std::string> keys = keys_of(table);
        table.each_row([&](const Row& row) {
            if (row.total) return;
            add_line([&] {
                if (document.tables.size() > 1) write_member(writer, "table", Cell::text(table.key));
                write_cells(writer, keys, row);
            });
        });
    }
    hand_over(writer, take, 0);
}

} // namespace peergroup::documents
