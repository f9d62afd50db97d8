#include "catalogue/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace peergroup::catalogue {

using documents::TomlTable;
using documents::WholeRange;

namespace {

constexpr std::string_view malformed = "config-malformed";

bool is_code(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    return !text.empty() && text.front() != '-' && text.front() != '_' && std::ranges::all_of(text, allowed);
}

void report_malformed_code(const TomlTable& table, std::string_view key, std::string_view text) {
    table.report(key, std::string(malformed), fmt::format("must be small letters, digits, - and _, not \"{}\"", text));
}

} // namespace

std::string read_file_id(const TomlTable& root, const SourceFile& file) {
    std::string id = root.required_text("id");
    if (!id.empty() && id != file.id) {
        root.report("id", "config-id-mismatch", fmt::format("must be \"{}\", as the file is called, not \"{}\"", file.id, id));
    } else if (!id.empty() && !is_code(id)) {
        report_malformed_code(root, "id", id);
    }
    return id;
}

std::string read_own_id(const TomlTable& table, std::set<std::string, std::less<>>& taken) {
    std::string id = read_required_code(table, "id");
    if (!id.empty() && !taken.insert(id).second) table.report("id", "config-duplicate", fmt::format("\"{}\" is there twice", id));
    return id;
}

std::string read_code(const TomlTable& table, std::string_view key) {
    std::string code = table.text(key).value_or("");
    if (!code.empty() && !is_code(code)) report_malformed_code(table, key, code);
    return code;
}

std::string read_required_code(const TomlTable& table, std::string_view key) {
    return table.require(key) ? read_code(table, key) : "";
}

std::vector<std::string> read_codes(const TomlTable& table, std::string_view key) {
    std::vector<std::string> codes = table.texts(key);
    for (const std::string& code : codes) {
        if (!is_code(code)) report_malformed_code(table, key, code);
    }
    return codes;
}

std::string read_capitals(const TomlTable& table, std::string_view key, WholeRange length) {
    std::string letters = table.required_text(key);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool fits = std::cmp_greater_equal(letters.size(), length.least) && std::cmp_less_equal(letters.size(), length.most);
    if (letters.empty() || (fits && std::ranges::all_of(letters, capital))) return letters;
    const std::string count =
        length.least == length.most ? std::to_string(length.least) : fmt::format("{} to {}", length.least, length.most);
    table.report(key, std::string(malformed), fmt::format("must be {} of the letters A-Z, not \"{}\"", count, letters));
    return letters;
}

Names read_names(const TomlTable& table, std::string_view key) {
    table.require(key);
    return read_optional_names(table, key).value_or(Names{});
}

std::optional<Names> read_optional_names(const TomlTable& table, std::string_view key) {
    const std::optional<TomlTable> names = table.table(key);
    if (!names) return std::nullopt;
    return Names{names->required_text("fi"), names->required_text("sv"), names->required_text("en")};
}

void require_order(const TomlTable& table, const Bound& low, const Bound& high) {
    if (!low.value || !high.value || *low.value <= *high.value) return;
    table.report(low.key, "config-contradiction",
                 fmt::format("is {}, more than {}, which is {}", *low.value, high.key, *high.value));
}

} // namespace peergroup::catalogue
