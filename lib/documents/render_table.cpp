#include "documents/cell_text.hpp"
#include "documents/renderers.hpp"
#include "language/text.hpp"

#include <algorithm>

namespace peergroup::documents {

namespace {

constexpr std::string_view gap = "  ";

/// A text made safe for a terminal, with its width there.
struct Shown {
    explicit Shown(std::string_view raw) : text(language::printable(raw)), width(language::display_width(text)) {}

    std::string text;
    std::size_t width;
};

using Line = std::vector<Shown>;

std::string lay_out(const Line& line, const std::vector<Alignment>& alignments, const std::vector<std::size_t>& widths) {
    std::string text;
    for (std::size_t column = 0; column < line.size(); ++column) {
        const std::string padding(widths[column] - line[column].width, ' ');
        if (column > 0) text += gap;
        if (alignments[column] == Alignment::right) text += padding;
        text += line[column].text;
        if (alignments[column] == Alignment::left) text += padding;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text + '\n';
}

void widen(std::vector<std::size_t>& widths, const Line& line) {
    for (std::size_t column = 0; column < line.size(); ++column)
        widths[column] = std::max(widths[column], line[column].width);
}

std::string bold(std::string line, bool wanted) {
    if (!wanted) return line;
    line.pop_back();
    return "\x1b[1m" + line + "\x1b[0m\n";
}

Line shown_row(const Row& row, std::size_t columns, Language language) {
    Line line;
    for (std::size_t column = 0; column < columns; ++column)
        line.emplace_back(shown_text(cell_at(row, column), language));
    return line;
}

// Goes over the rows twice, rather than keeping all of them as they are shown: first for the widths.
void write_block(const Table& table, const Rendering& rendering, const TakePiece& take) {
    const std::size_t columns = table.columns.size();
    Line headings;
    std::vector<Alignment> alignments;
    for (const Column& column : table.columns) {
        headings.emplace_back(column.heading);
        alignments.push_back(column.alignment);
    }
    std::vector<std::size_t> widths(columns, 0);
    widen(widths, headings);
    table.each_row([&](const Row& row) { widen(widths, shown_row(row, columns, rendering.language)); });
    std::string text = table.title.empty() ? std::string() : language::printable(table.title) + '\n';
    text += bold(lay_out(headings, alignments, widths), rendering.bold_headings);
    table.each_row([&](const Row& row) {
        text += lay_out(shown_row(row, columns, rendering.language), alignments, widths);
        if (text.size() < bytes_of_piece) return;
        take(text);
        text.clear();
    });
    take(text);
}

std::string facts_block(const std::vector<Fact>& facts, Language language) {
    if (facts.empty()) return {};
    std::vector<Line> lines;
    for (const Fact& fact : facts)
        lines.push_back({Shown(fact.label), Shown(shown_text(fact.value, language))});
    std::vector<std::size_t> widths(lines.front().size(), 0);
    std::string text;
    for (const Line& line : lines)
        widen(widths, line);
    for (const Line& line : lines)
        text += lay_out(line, {Alignment::left, Alignment::left}, widths);
    return text;
}

} // namespace

void render_table(const Document& document, const Rendering& rendering, const TakePiece& take) {
    bool first = true;
    const auto begin_block = [&] {
        if (!first) take("\n");
        first = false;
    };
    const auto add_block = [&](const std::string& block) {
        if (block.empty()) return;
        begin_block();
        take(block);
    };
    if (!document.title.empty()) add_block(bold(language::printable(document.title) + '\n', rendering.bold_headings));
    add_block(facts_block(document.facts, rendering.language));
    for (const Table& table : document.tables) {
        begin_block();
        write_block(table, rendering, take);
    }
    std::string notes;
    for (const std::string& note : document.notes)
        notes += language::printable(note) + '\n';
    add_block(notes);
}

} // namespace peergroup::documents
