#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace peergroup::cli {

/// A stable code with what it means and the exit code that comes with it.
struct ErrorMeaning {
    std::string_view code;
    std::string_view exit; ///< a number; `row` where a row of a batch is refused: 4, 3 in mode rows, 6 for operands
    std::string_view meaning;
};

/// Every code that the program gives, by code.
std::vector<ErrorMeaning> error_meanings();

/// Those about the catalogue.
std::span<const ErrorMeaning> configuration_error_meanings();

/// Those about the store, its copies, its keys and its record.
std::span<const ErrorMeaning> store_error_meanings();

/// Those that refuse a row of a batch.
std::span<const ErrorMeaning> row_error_meanings();

} // namespace peergroup::cli
