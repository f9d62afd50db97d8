#include "cli/day_list.hpp"

#include "documents/encoding.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace peergroup::cli {

namespace {

// More days than any group meets.
constexpr std::uint64_t most_bytes = 1U << 20U;

std::string text_of(const documents::TextSource& source) {
    if (source.size() > most_bytes)
        throw Problem(ProblemKind::file, "file-too-large", "is too large for a list of days", source.name(),
                      "write one day a line");
    std::string bytes(source.size(), '\0');
    bytes.resize(source.read(0, bytes));
    return documents::to_utf8(bytes, documents::detect_encoding(source));
}

std::string trimmed(const std::string& line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first == std::string::npos ? "" : line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

} // namespace

std::vector<calendar::Date> read_days(const Call& call, const std::string& path) {
    const documents::TextSource source = open_source(call, path);
    std::istringstream lines(text_of(source));
    std::vector<calendar::Date> days;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const std::string word = trimmed(line);
        if (word.empty()) continue;
        const auto day = calendar::Date::parse_either(word);
        const std::string where = fmt::format("{}:{}", source.name(), number);
        if (!day)
            throw Problem(ProblemKind::file, "no-date", fmt::format("\"{}\" is no date", word), where,
                          "use 2026-04-30 or 30.4.2026");
        if (std::ranges::find(days, *day) != days.end())
            throw Problem(ProblemKind::file, "repeated-date", fmt::format("{} is there twice", day->iso()), where,
                          "take one out");
        days.push_back(*day);
    }
    if (days.empty()) throw Problem(ProblemKind::file, "file-empty", "holds no day", source.name(), "write one day a line");
    return days;
}

} // namespace peergroup::cli
