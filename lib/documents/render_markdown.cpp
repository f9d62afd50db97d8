#include "documents/cell_text.hpp"
#include "documents/renderers.hpp"
#include "language/text.hpp"

namespace peergroup::documents {

namespace {

/// Escapes what would end a cell, begin a tag, a link or a code, or stand out. Underscores stay: inside words they mean nothing,
/// and codes are full of them.
std::string escaped(std::string_view raw) {
    std::string text;
    for (const char character : language::printable(raw)) {
        if (std::string_view("\\|<>[]*`").find(character) != std::string_view::npos) text += '\\';
        text += character;
    }
    return text;
}

std::string table_lines(const Table& table, Language language) {
    std::string headings = "|";
    std::string rule = "|";
    for (const Column& column : table.columns) {
        headings += ' ' + escaped(column.heading) + " |";
        rule += column.alignment == Alignment::right ? " ---: |" : " --- |";
    }
    std::string text = headings + '\n' + rule + '\n';
    table.each_row([&](const Row& row) {
        text += '|';
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            text += ' ' + escaped(shown_text(cell_at(row, column), language)) + " |";
        text += '\n';
    });
    return text;
}

std::string facts_lines(const std::vector<Fact>& facts, Language language) {
    std::string text;
    for (const Fact& fact : facts)
        text += "- **" + escaped(fact.label) + "**: " + escaped(shown_text(fact.value, language)) + '\n';
    return text;
}

} // namespace

std::string render_markdown(const Document& document, const Rendering& rendering) {
    std::string text;
    const auto add_block = [&](const std::string& block) {
        if (!text.empty() && !block.empty()) text += '\n';
        text += block;
    };
    if (!document.title.empty()) add_block("# " + escaped(document.title) + '\n');
    add_block(facts_lines(document.facts, rendering.language));
    for (const Table& table : document.tables) {
        if (!table.title.empty()) add_block("## " + escaped(table.title) + '\n');
        add_block(table_lines(table, rendering.language));
    }
    for (const std::string& note : document.notes)
        add_block(escaped(note) + '\n');
    return text;
}

} // namespace peergroup::documents
