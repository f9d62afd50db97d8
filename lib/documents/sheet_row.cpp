#include "documents/sheet_row.hpp"

#include "documents/encoding.hpp"

#include <algorithm>
#include <utility>

namespace peergroup::documents {

std::string_view SheetRow::at(std::size_t column) const {
    const Field& field = fields_[column];
    return std::string_view(field.copied ? copies_ : raw_).substr(field.begin, field.length);
}

std::uint32_t SheetRow::line_number(std::size_t column) const {
    return line_at(fields_[column].taken ? fields_[column].starts : own_length_);
}

std::uint32_t SheetRow::column_number(std::size_t column) const {
    return column_at(fields_[column].taken ? fields_[column].starts : own_length_);
}

void SheetRow::reset(RowPlace where, std::string_view text, std::size_t columns) {
    place = where;
    fault.reset();
    raw_ = text;
    copies_.clear();
    fields_.assign(columns, Field{});
    own_length_ = raw_.size();
    missing_fields_ = 0;
}

void SheetRow::take(std::size_t column, std::string_view value, std::size_t starts) {
    fields_[column] = {static_cast<std::size_t>(value.data() - raw_.data()), value.size(), starts, false, true};
}

void SheetRow::take_copy(std::size_t column, std::string_view value, std::size_t starts) {
    fields_[column] = {copies_.size(), value.size(), starts, true, true};
    copies_ += value;
}

void SheetRow::refuse(std::string code, std::string message, std::size_t at) {
    if (!fault) fault = RowFault{std::move(code), std::move(message), line_at(at), column_at(at)};
}

std::uint32_t SheetRow::line_at(std::size_t at) const {
    std::uint32_t line = place.line;
    for (std::size_t index = 0; index < std::min(at, raw_.size()); ++index)
        if (raw_[index] == '\n' || (raw_[index] == '\r' && !std::string_view(raw_).substr(index + 1).starts_with('\n'))) ++line;
    return line;
}

std::uint32_t SheetRow::column_at(std::size_t at) const {
    const std::string_view before = std::string_view(raw_).substr(0, std::min(at, raw_.size()));
    const std::size_t line_end = before.find_last_of("\r\n");
    const std::string_view line = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
    return 1 + count_characters(line);
}

} // namespace peergroup::documents
