#include "store/personal_columns.hpp"

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

namespace peergroup::store {

// Generated from lib/store/migrations/personal.columns when the program is built.
std::string_view embedded_personal_columns();

namespace {

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t start = line.find_first_not_of(' ');
        if (start == std::string_view::npos || line[start] == '#') return words;
        line.remove_prefix(start);
        words.push_back(line.substr(0, line.find(' ')));
        line.remove_prefix(words.back().size());
    }
}

std::string_view or_empty(std::string_view word) {
    return word == "-" ? "" : word;
}

Erasure erasure_of(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Erasure>, 4> words{
        {{"delete", Erasure::remove_row}, {"clear", Erasure::clear}, {"zero", Erasure::zero}, {"keep", Erasure::keep}}};
    for (const auto& [text, erasure] : words)
        if (text == word) return erasure;
    throw std::logic_error("unknown erasure in personal.columns: " + std::string(word));
}

void read_line(std::string_view line, std::vector<PersonalColumn>& columns) {
    const std::vector<std::string_view> words = words_of(line);
    if (words.empty()) return;
    if (words[0] == "nobody" && words.size() > 2) {
        for (std::size_t place = 2; place < words.size(); ++place)
            columns.push_back(
                {.table = words[1], .name = words[place], .kind = {}, .person = {}, .retention = {}, .section = {}});
        return;
    }
    const std::size_t dot = words[0].rfind('.');
    if (words.size() != 6 || dot == std::string_view::npos)
        throw std::logic_error("no line of personal.columns: " + std::string(line));
    columns.push_back({words[0].substr(0, dot), words[0].substr(dot + 1), words[1], or_empty(words[2]), erasure_of(words[3]),
                       words[4], or_empty(words[5])});
}

std::vector<PersonalColumn> read_all(std::string_view text) {
    std::vector<PersonalColumn> columns;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        read_line(text.substr(0, end), columns);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return columns;
}

} // namespace

const std::vector<PersonalColumn>& personal_columns() {
    static const std::vector<PersonalColumn> columns = read_all(embedded_personal_columns());
    return columns;
}

} // namespace peergroup::store
