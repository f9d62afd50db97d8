#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::documents {

/// One field of a row: places in the row's text.
struct CsvField {
    std::size_t starts = 0; ///< right after the separator
    std::size_t begin = 0;  ///< of the value, inside its quotes
    std::size_t end = 0;
    bool has_escapes = false; ///< holds doubled quotes
};

/// Why a row breaks RFC 4180.
enum class CsvFault { none, missing_closing_quote, text_after_quote, field_too_long, row_too_long };

/// How a row was split; its memory is used again.
struct CsvRow {
    std::vector<CsvField> fields;
    std::size_t text_length = 0; ///< without the line end
    std::size_t length = 0;      ///< with the line end: where the next row begins
    std::uint32_t lines = 0;     ///< line ends passed
    CsvFault fault = CsvFault::none;
    std::size_t fault_at = 0; ///< where the faulty field starts
};

/// Longer fields are a fault: they are nearly always a quote that never closes.
inline constexpr std::size_t longest_field = std::size_t{1} << 20U;

/// Longer rows are a fault, so that memory stays flat.
inline constexpr std::size_t longest_row = std::size_t{8} << 20U;

/// Splits the row with which `text` begins (RFC 4180; CRLF, LF or CR end it, or the end of the text when `whole`). False when
/// the row goes on past the text. Blanks around quotes are passed over. After a fault of quoting the row ends with its first
/// physical line and has the fields before the fault, so that the rows below are still read; all work stays linear, because a
/// line that leaves a quote open also ends an earlier open one.
bool split_csv_row(std::string_view text, bool whole, char separator, CsvRow& row);

/// Takes the line with which `text` begins as one field, without CSV's quotes; only LF ends it.
bool split_line(std::string_view text, bool whole, CsvRow& row);

/// `text` without outer blanks: spaces, no-break spaces, tabs, line ends.
std::string_view trim_blanks(std::string_view text);

/// The value of a field, its doubled quotes undone, without outer blanks.
std::string csv_field_value(std::string_view text, const CsvField& field);

} // namespace peergroup::documents
