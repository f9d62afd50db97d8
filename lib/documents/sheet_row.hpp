#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::documents {

/// Where a row begins: enough to come back to it later.
struct RowPlace {
    std::uint64_t offset = 0; ///< in bytes of the source
    std::uint32_t line = 0;   ///< its first physical line, from 1

    bool operator==(const RowPlace&) const = default;
};

/// Why a row cannot be read as it stands. Codes: `missing-closing-quote`, `text-after-quote`, `too-many-fields`, `nul-byte`,
/// `field-too-long`, `row-too-long`, `not-utf8`, `invalid-json`, `nested-json`, `repeated-key`, `unknown-column`.
struct RowFault {
    std::string code;
    std::string message;      ///< one sentence without the place and without the row's values
    std::uint32_t line = 0;   ///< the physical line, from 1
    std::uint32_t column = 1; ///< in characters of that line, from 1

    bool operator==(const RowFault&) const = default;
};

/// One row of a sheet. Its memory is used again for the next row, so views into it last until then.
class SheetRow {
public:
    RowPlace place;
    std::optional<RowFault>
        fault; ///< when set, only what stands before it is there: enough to tell whom the row belongs to, no more

    /// The value under a column of Sheet::columns(): UTF-8, without outer blanks, empty when blank or missing.
    std::string_view at(std::size_t column) const;
    /// The row's own text as it came, in UTF-8, without its line end and without remarks of an earlier run.
    std::string_view raw() const { return std::string_view(raw_).substr(0, own_length_); }
    /// The physical line on which the value starts: later than `place.line` after a line break inside quotes.
    std::uint32_t line_number(std::size_t column) const;
    /// Where the value starts on that line, in characters from 1, as editors count; the end of the row for a missing one.
    std::uint32_t column_number(std::size_t column) const;

    /// How many fields the row has less than the header.
    std::size_t missing_fields() const { return missing_fields_; }

    // What follows is for readers of rows.

    /// Empties the row for `columns` columns and takes its text.
    void reset(RowPlace where, std::string_view text, std::size_t columns);
    /// The row's text, remarks included.
    std::string_view text() const { return raw_; }
    /// `value`, a part of text(), belongs to `column`; what it looked like starts at byte `starts`.
    void take(std::size_t column, std::string_view value, std::size_t starts);
    /// `value`, which differs from the text that starts at byte `starts`, belongs to `column`.
    void take_copy(std::size_t column, std::string_view value, std::size_t starts);
    /// Whether `column` has been given.
    bool has_taken(std::size_t column) const { return fields_[column].taken; }
    /// What follows `length` bytes of text() are remarks of an earlier run.
    void end_own_text(std::size_t length) { own_length_ = length; }
    /// The row has so many fields less than the header.
    void note_missing_fields(std::size_t count) { missing_fields_ = count; }
    /// Sets the fault, unless there is one, at byte `at` of text().
    void refuse(std::string code, std::string message, std::size_t at);

private:
    std::uint32_t line_at(std::size_t at) const;
    std::uint32_t column_at(std::size_t at) const;

    struct Field {
        std::size_t begin = 0;
        std::size_t length = 0;
        std::size_t starts = 0;
        bool copied = false;
        bool taken = false;
    };

    std::string raw_;
    std::string copies_;
    std::vector<Field> fields_;
    std::size_t own_length_ = 0;
    std::size_t missing_fields_ = 0;
};

} // namespace peergroup::documents
