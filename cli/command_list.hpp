#pragma once

#include "cli/verb.hpp"

#include <span>
#include <string_view>

namespace peergroup::cli {

/// A command of the program, as the list of commands knows it.
struct Command {
    std::string_view words;   ///< `group create`
    std::string_view summary; ///< one line for people, without a full stop
    std::string_view example; ///< a call that works
    void (*declare)(Verb& verb);
};

/// Every command, in the order of `peergroup help`.
std::span<const Command> all_commands();

/// The command that the words name, or nullptr.
const Command* find_command(std::string_view words);

// Each of these stands in the file of its name.
Command init();
Command enrol();
Command withdraw();
Command session_log();
Command group_finish();
Command report_weekly();
Command group_create();
Command group_list();
Command person_import();
Command person_list();

} // namespace peergroup::cli
