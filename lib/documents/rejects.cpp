#include "documents/rejects.hpp"

#include "documents/csv_row.hpp"
#include "documents/json_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::documents {

namespace {

std::string quoted(std::string_view text) {
    std::string field = "\"";
    for (const char character : text) {
        if (character == '"') field += '"';
        field += character;
    }
    return field + '"';
}

std::string column_text(const Rejection& rejection, std::string_view none) {
    return rejection.column == 0 ? std::string(none) : std::to_string(rejection.column);
}

} // namespace

RejectFile::RejectFile(const Sheet& sheet, const std::string& path) : file_(path), separator_(sheet.separator()) {
    if (sheet.is_json_lines()) return;
    if (sheet.encoding() != Encoding::utf8) file_.write("\xEF\xBB\xBF"); // Excel wrote it, and opens UTF-8 only behind a mark
    if (std::string_view(",;\t").find(separator_) == std::string_view::npos) file_.write(fmt::format("sep={}\r\n", separator_));
    file_.write(fmt::format("{0}{1}_row{1}_column{1}_code{1}_message\r\n", sheet.raw_header(), separator_));
}

void RejectFile::add(const SheetRow& row, const Rejection& rejection) {
    if (separator_ == '\0')
        add_json(row, rejection);
    else
        add_csv(row, rejection);
}

void RejectFile::add_csv(const SheetRow& row, const Rejection& rejection) {
    file_.write(row.raw());
    file_.write(std::string(row.missing_fields(), separator_));
    file_.write(fmt::format("{0}{1}{0}{2}{0}{3}{0}{4}\r\n", separator_, row.place.line, column_text(rejection, ""),
                            rejection.code, quoted(rejection.message)));
}

void RejectFile::add_json(const SheetRow& row, const Rejection& rejection) {
    std::string_view text = trim_blanks(row.raw());
    if (!text.ends_with('}')) {
        file_.write(row.raw());
        file_.write("\n");
        return;
    }
    text.remove_suffix(1);
    // The remarks of an earlier run stand last and in this order, because this function wrote them.
    text = text.substr(0, std::min(text.rfind(",\"_row\":"), text.size()));
    const std::string_view comma = text.find('"') == std::string_view::npos ? "" : ",";
    file_.write(text);
    file_.write(fmt::format("{}\"_row\":{},\"_column\":{},\"_code\":{},\"_message\":{}}}\n", comma, row.place.line,
                            column_text(rejection, "null"), json_string(rejection.code), json_string(rejection.message)));
}

} // namespace peergroup::documents
