#include "cli/row_values.hpp"

#include "language/problem.hpp"
#include "language/text.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

groups::GroupCode group_code(const std::string& word) {
    if (const auto code = groups::GroupCode::parse(word)) return *code;
    throw Problem(ProblemKind::usage, "no-group-code", fmt::format("\"{}\" is no group code", language::printable(word)), "",
                  "a group code looks like MLL-KAI-2026-01");
}

people::PersonCode person_code(const std::string& word) {
    if (const auto code = people::PersonCode::parse(word)) return *code;
    throw Problem(ProblemKind::usage, "no-person-code", fmt::format("\"{}\" is no person's code", language::printable(word)), "",
                  "a person's code looks like P-0007");
}

std::string code_of_person(std::int64_t number) {
    return number == 0 ? "" : people::PersonCode(number).text();
}

} // namespace peergroup::cli
