#pragma once

#include "documents/sheet.hpp"
#include "documents/whole_file.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// Why a row was not taken.
struct Rejection {
    std::uint32_t column = 0; ///< in characters from 1; 0 when it concerns the whole row
    std::string_view code;
    std::string_view message;
};

/// The rows of a sheet that were not taken, as they came, each with `_row`, `_column`, `_code` and `_message`; corrected, the
/// file can be fed straight back, because a sheet passes over columns whose names begin with `_`. Always UTF-8.
class RejectFile {
public:
    /// Starts the file; throws what WholeFile throws.
    RejectFile(const Sheet& sheet, const std::string& path);

    /// Appends a row of that sheet.
    void add(const SheetRow& row, const Rejection& rejection);
    /// Puts the file in place; without it nothing is left behind.
    void commit() { file_.commit(); }

private:
    void add_csv(const SheetRow& row, const Rejection& rejection);
    void add_json(const SheetRow& row, const Rejection& rejection);

    WholeFile file_;
    char separator_;
};

} // namespace peergroup::documents
