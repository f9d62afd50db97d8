#include "documents/sheet.hpp"
#include "language/problem.hpp"
#include "language/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

// How a sheet begins: what sort of file it is, its separator and its header.
namespace peergroup::documents {

namespace {

constexpr std::string_view zip_start = "PK\x03\x04";
constexpr std::string_view ole_start = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view blanks = " \t\r\n";

void refuse_spreadsheet(const TextSource& source) {
    std::array<char, 8> buffer{};
    const std::string_view start(buffer.data(), source.read(0, buffer));
    if (!start.starts_with(zip_start) && !start.starts_with(ole_start)) return;
    throw Problem(ProblemKind::file, "spreadsheet-not-csv", "is a spreadsheet (.xlsx, .ods or .xls), not CSV", source.name(),
                  "in Excel choose File, Save As, \"CSV UTF-8 (Comma delimited)\"; in LibreOffice File, Save As, \"Text CSV\"");
}

/// The separator that a line such as `sep=;` states, which Excel reads and some programs write.
std::optional<char> stated_separator(std::string_view line) {
    if (line.starts_with('"') && line.ends_with('"') && line.size() > 1) line = line.substr(1, line.size() - 2);
    if (line.size() != 5 || language::lower(line.substr(0, 4)) != "sep=") return std::nullopt;
    const char separator = line.back();
    const bool usable = separator == '\t' || std::string_view(",;|:^~").find(separator) != std::string_view::npos;
    return usable ? std::optional(separator) : std::nullopt;
}

} // namespace

Sheet::Sheet(TextSource source, Encoding encoding, const std::vector<ColumnName>& known)
    : encoding_(encoding), window_(std::move(source), encoding == Encoding::utf16 ? Encoding::utf8 : encoding), names_(known) {
    next_ = {window_.offset(), 1};
}

Sheet Sheet::open(TextSource source, const std::vector<ColumnName>& known) {
    refuse_spreadsheet(source);
    const Encoding encoding = detect_encoding(source);
    if (encoding == Encoding::utf16) source = transcode_utf16(source);
    Sheet sheet(std::move(source), encoding, known);
    sheet.skip_blank_lines();
    const std::string_view text = sheet.window_.text();
    const char first = text[text.find_first_not_of(blanks)];
    if (first == '[')
        throw Problem(ProblemKind::file, "json-not-lines", "is one JSON array", sheet.where(sheet.next_),
                      "write one JSON object on each line (jq -c '.[]')");
    if (first == '{')
        sheet.start_json_lines();
    else
        sheet.read_csv_header();
    sheet.first_ = sheet.next_;
    return sheet;
}

void Sheet::skip_blank_lines() {
    separator_ = '\0'; // line by line, until it is known what the file is
    while (split_next() && is_blank())
        advance();
    if (window_.text().empty()) throw Problem(ProblemKind::file, "file-empty", "holds no rows", name());
}

void Sheet::start_json_lines() {
    header_.columns = names_.canonical();
}

void Sheet::read_csv_header() {
    separator_ = ',';
    split_next();
    const std::optional<char> stated = stated_separator(window_.text().substr(0, split_.text_length));
    if (stated) advance();
    separator_ = stated ? *stated : choose_separator();
    if (!split_next() || split_.fault != CsvFault::none)
        throw Problem(ProblemKind::file, "header-missing", "the first line is no header that can be read", where(next_),
                      "begin the file with a line of column names");
    header_ = read_header(header_names(), names_, where(next_));
    const std::size_t own = header_.own_fields();
    const std::size_t own_length = own < split_.fields.size() ? split_.fields[own].starts - 1 : split_.text_length;
    raw_header_ = window_.text().substr(0, own_length);
    advance();
}

/// The separator under which most names are known, then the one with most fields.
char Sheet::choose_separator() {
    char best = ',';
    std::pair<std::size_t, std::size_t> best_score{0, 0};
    for (const char candidate : {',', ';', '\t'}) {
        separator_ = candidate;
        if (!split_next() || split_.fault != CsvFault::none) continue;
        const std::vector<HeaderName> names = header_names();
        const auto known = std::count_if(names.begin(), names.end(),
                                         [this](const HeaderName& name) { return names_.find(name.name).has_value(); });
        const std::pair score{static_cast<std::size_t>(known), names.size()};
        if (score > best_score) std::tie(best, best_score) = std::tuple(candidate, score);
    }
    return best;
}

std::vector<HeaderName> Sheet::header_names() const {
    const std::string_view text = window_.text();
    std::vector<HeaderName> names;
    std::uint32_t column = 1;
    std::size_t counted = 0;
    for (const CsvField& field : split_.fields) {
        column += count_characters(text.substr(counted, field.starts - counted));
        counted = field.starts;
        names.push_back({csv_field_value(text, field), column});
    }
    return names;
}

} // namespace peergroup::documents
