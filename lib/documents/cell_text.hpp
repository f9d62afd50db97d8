#pragma once

#include "documents/cell.hpp"
#include "documents/document.hpp"
#include "language/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace peergroup::documents {

/// What people read: numbers and percentages of their language, words instead of codes; empty for a blank cell. Not yet safe for
/// a terminal.
std::string shown_text(const Cell& cell, Language language);

/// What programs read: codes, plain numbers, shares with four decimals at most, `true` and `false`, lists joined by a blank;
/// empty for a blank cell.
std::string machine_text(const Cell& cell);

/// A share as a decimal number, rounded to four decimals and with at least one: `0.8571`, `1.0`. Its whole is not 0.
std::string share_text(const Ratio& share);

/// The items with `between` between them.
std::string joined(const Cell::List& items, std::string_view between);

/// The cell of a row in a column; blank when the row is shorter.
const Cell& cell_at(const Row& row, std::size_t column);

} // namespace peergroup::documents
