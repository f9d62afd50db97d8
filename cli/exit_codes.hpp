#pragma once

#include "language/problem.hpp"

#include <exception>
#include <ostream>
#include <span>
#include <string_view>

namespace peergroup::cli {

/// What the program ends with. A script that meets a number it does not know takes it for a failure.
enum class ExitCode : int {
    done = 0,
    failed = 1,
    usage = 2,
    partial = 3,
    file_invalid = 4,
    configuration_invalid = 5,
    refused = 6,
    busy = 7,
    delivery_failed = 8,
    needs_confirmation = 9,
    needs_migration = 10,
    integrity = 11,
    not_permitted = 12,
};

/// A code with what it means, for `help exit-codes`.
struct ExitMeaning {
    int code;
    std::string_view meaning;
};

/// Every code that the program may end with, in order.
std::span<const ExitMeaning> exit_meanings();

ExitCode exit_code_of(ProblemKind kind);

/// What went wrong, whatever was thrown, as what may be told of it.
Problem problem_of(const std::exception_ptr& error);

/// Prints one line, `where: message (hint)`, or one JSON object with `code`, `message`, `where` and `hint`.
void print_problem(std::ostream& stream, const Problem& problem, bool as_json);

} // namespace peergroup::cli
