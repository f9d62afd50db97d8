#include "documents/sheet.hpp"

#include "documents/formula_guard.hpp"
#include "documents/json_text.hpp"
#include "language/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::documents {

namespace {

/// Of a row that is too long only so much is kept.
constexpr std::size_t kept_of_long_row = std::size_t{64} << 10U;

struct FaultWords {
    std::string_view code;
    std::string_view sentence;
};

FaultWords words_of(CsvFault fault) {
    switch (fault) {
    case CsvFault::missing_closing_quote:
        return {"missing-closing-quote", "a quote opens a value here and nothing closes it"};
    case CsvFault::text_after_quote:
        return {"text-after-quote", "text follows the closing quote of a value; double the quotes inside it"};
    case CsvFault::field_too_long:
        return {"field-too-long", "a value is longer than 1 MiB"};
    case CsvFault::row_too_long:
    case CsvFault::none:
        break;
    }
    return {"row-too-long", "the row is longer than 8 MiB"};
}

constexpr std::string_view nul_sentence = "a zero byte stands in the row: the file is damaged or no text";

} // namespace

bool Sheet::next(SheetRow& row) {
    bool found = split_next();
    while (found && is_blank()) {
        advance();
        found = split_next();
    }
    if (!found) return false;
    const bool too_long = split_.fault == CsvFault::row_too_long;
    row.reset(next_, window_.text().substr(0, too_long ? kept_of_long_row : split_.text_length), header_.columns.size());
    if (split_.fault != CsvFault::none)
        row.refuse(std::string(words_of(split_.fault).code), std::string(words_of(split_.fault).sentence), split_.fault_at);
    else if (is_json_lines())
        take_members(row);
    if (!is_json_lines()) take_fields(row);
    refuse_bad_bytes(row);
    advance();
    return true;
}

void Sheet::rewind() {
    seek(first_);
}

void Sheet::seek(RowPlace place) {
    window_.seek(place.offset);
    next_ = place;
}

std::optional<std::size_t> Sheet::index_of(std::string_view column) const {
    const auto found = std::find(header_.columns.begin(), header_.columns.end(), column);
    if (found == header_.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_.columns.begin());
}

std::string Sheet::assumption() const {
    if (is_json_lines()) return fmt::format("read as {}, JSON Lines", name_of(encoding_));
    const std::string mark = separator_ == '\t' ? "tabs" : fmt::format("\"{}\"", separator_);
    return fmt::format("read as {}, separated by {}", name_of(encoding_), mark);
}

std::string Sheet::where(RowPlace place) const {
    return fmt::format("{}:{}", name(), place.line);
}

std::string Sheet::where(const SheetRow& row, std::size_t column) const {
    return fmt::format("{}:{}:{}", name(), row.line_number(column), row.column_number(column));
}

std::string Sheet::where(const RowFault& fault) const {
    return fmt::format("{}:{}:{}", name(), fault.line, fault.column);
}

/// Splits the row at next_ off the text; false at the end of the file.
bool Sheet::split_next() {
    cut_ = false;
    while (!window_.text().empty() || window_.extend()) {
        const std::string_view text = window_.text();
        const bool whole = window_.at_end();
        const bool split = is_json_lines() ? split_line(text, whole, split_) : split_csv_row(text, whole, separator_, split_);
        if (split || text.size() >= longest_row) {
            cut_ = !split;
            refuse_long_row();
            return true;
        }
        window_.extend();
    }
    return false;
}

void Sheet::refuse_long_row() {
    if (cut_) {
        const std::string_view text = window_.text();
        split_.text_length = split_.length = text.size();
        split_.lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    } else if (split_.text_length <= longest_row) {
        return;
    }
    split_.fields.clear();
    split_.fault = CsvFault::row_too_long;
    split_.fault_at = 0;
}

/// Goes on to the row after the one at hand.
void Sheet::advance() {
    window_.consume(split_.length);
    next_.line += split_.lines;
    if (cut_) skip_line();
    next_.offset = window_.offset();
}

void Sheet::skip_line() {
    while (!window_.text().empty() || window_.extend()) {
        const std::string_view text = window_.text();
        const std::size_t end = text.find_first_of("\r\n");
        if (end == std::string_view::npos) {
            window_.consume(text.size());
        } else if (end + 1 < text.size() || !window_.extend()) {
            window_.consume(window_.text().substr(end).starts_with("\r\n") ? end + 2 : end + 1);
            ++next_.line;
            return;
        }
    }
}

/// Whether nothing stands in the row at hand: Excel leaves rows of bare separators behind.
bool Sheet::is_blank() const {
    if (split_.fault != CsvFault::none) return false;
    for (std::size_t index = 0; index < split_.fields.size(); ++index) {
        if (index < header_.slots.size() && header_.slots[index] == Header::remark) continue;
        const CsvField& field = split_.fields[index];
        if (!trim_blanks(window_.text().substr(field.begin, field.end - field.begin)).empty()) return false;
    }
    return true;
}

void Sheet::take_fields(SheetRow& row) const {
    for (std::size_t index = 0; index < split_.fields.size(); ++index)
        take_field(row, split_.fields[index], index < header_.slots.size() ? header_.slots[index] : Header::unnamed);
    if (split_.fault != CsvFault::none) return;
    const std::size_t own = header_.own_fields();
    const std::size_t given = split_.fields.size();
    if (given < own) row.note_missing_fields(own - given);
    if (given > own && own < header_.slots.size()) row.end_own_text(split_.fields[own].starts - 1);
}

void Sheet::take_field(SheetRow& row, const CsvField& field, std::size_t slot) const {
    if (slot == Header::remark) return;
    const std::string_view value = trim_blanks(row.text().substr(field.begin, field.end - field.begin));
    if (slot == Header::unnamed) {
        if (!value.empty())
            row.refuse("too-many-fields", "a value stands where the header names no column; quote values that hold the separator",
                       field.starts);
    } else if (field.has_escapes) {
        row.take_copy(slot, unguard_formula(csv_field_value(row.text(), field)), field.starts);
    } else {
        row.take(slot, unguard_formula(value), field.starts);
    }
}

void Sheet::take_members(SheetRow& row) const {
    const auto take = [&](std::string_view key, std::string_view value, std::size_t starts) {
        const std::string_view trimmed = trim_blanks(value);
        const std::optional<std::size_t> column = names_.find(key);
        if (is_remark_column(key)) return true;
        const std::optional<std::string> meant = column ? std::nullopt : names_.suggest(key);
        if (!column)
            row.refuse(
                "unknown-column",
                fmt::format("there is no column of this name{}", meant ? fmt::format("; did you mean \"{}\"?", *meant) : ""),
                starts);
        else if (row.has_taken(*column))
            row.refuse("repeated-key", fmt::format("{} is given twice", names_.canonical()[*column]), starts);
        else if (trimmed.size() > longest_field)
            row.refuse("field-too-long", std::string(words_of(CsvFault::field_too_long).sentence), starts);
        else if (trimmed.find('\0') != std::string_view::npos)
            row.refuse("nul-byte", std::string(nul_sentence), starts);
        else
            row.take_copy(*column, trimmed, starts);
        return !row.fault.has_value();
    };
    if (const std::optional<JsonFault> fault = read_json_object(row.text(), take))
        row.refuse(std::string(fault->code), std::string(fault->sentence), fault->at);
}

void Sheet::refuse_bad_bytes(SheetRow& row) const {
    const std::size_t zero = row.text().find('\0');
    if (zero != std::string_view::npos) row.refuse("nul-byte", std::string(nul_sentence), zero);
    // Other files were checked as a whole when their encoding was found out.
    if (encoding_ == Encoding::utf8_with_mark && !language::is_valid_utf8(row.text()))
        row.refuse("not-utf8", "the file says that it is UTF-8, but this row is not", 0);
}

} // namespace peergroup::documents
