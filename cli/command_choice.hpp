#pragma once

#include "cli/command_list.hpp"
#include "cli/grammar.hpp"

#include <span>
#include <string>
#include <vector>

namespace peergroup::cli {

/// What a call names, and the words that are left for it.
struct Choice {
    const Command* command = nullptr; ///< nullptr when the words stop early
    std::string noun;                 ///< `group`, when only that is said
    std::vector<std::string> rest;    ///< flags and operands
};

/// Finds the command in `words`, among the global flags that may stand before its words. Throws Problem(usage): `unknown-command`
/// with "did you mean".
Choice choose_command(const std::vector<std::string>& words, std::span<const Flag> global_flags);

} // namespace peergroup::cli
