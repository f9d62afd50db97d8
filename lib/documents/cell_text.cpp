#include "documents/cell_text.hpp"

#include "language/numbers.hpp"

#include <fmt/format.h>

namespace peergroup::documents {

namespace {

struct ShownText {
    Language language;

    std::string operator()(std::monostate /*blank*/) const { return {}; }
    std::string operator()(const Flag& flag) const { return flag.shown; }
    std::string operator()(std::int64_t number) const { return language::whole_number(language, number); }
    std::string operator()(const Ratio& share) const { return language::percent(language, share.part, share.whole); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Coded& coded) const { return coded.shown(); }
    std::string operator()(const Cell::List& items) const { return joined(items, ", "); }
};

struct MachineText {
    std::string operator()(std::monostate /*blank*/) const { return {}; }
    std::string operator()(const Flag& flag) const { return flag.set ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const Ratio& share) const { return share_text(share); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Coded& coded) const { return coded.code(); }
    std::string operator()(const Cell::List& items) const { return joined(items, " "); }
};

} // namespace

std::string shown_text(const Cell& cell, Language language) {
    return cell.is_empty() ? std::string() : std::visit(ShownText{language}, cell.value());
}

std::string machine_text(const Cell& cell) {
    return cell.is_empty() ? std::string() : std::visit(MachineText{}, cell.value());
}

std::string share_text(const Ratio& share) {
    std::string text = fmt::format("{:.4f}", static_cast<double>(share.part) / static_cast<double>(share.whole));
    while (text.ends_with('0') && !text.ends_with(".0"))
        text.pop_back();
    return text;
}

std::string joined(const Cell::List& items, std::string_view between) {
    return fmt::format("{}", fmt::join(items, between));
}

const Cell& cell_at(const Row& row, std::size_t column) {
    static const Cell blank = Cell::empty();
    return column < row.cells.size() ? row.cells[column] : blank;
}

} // namespace peergroup::documents
