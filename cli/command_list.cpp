#include "cli/command_list.hpp"

#include <algorithm>
#include <array>

namespace peergroup::cli {

std::span<const Command> all_commands() {
    static const std::array commands = {
        init(), enrol(), withdraw(), session_log(), group_finish(), report_weekly(), group_create(), group_list(), person_import(), person_list(),
    };
    return commands;
}

const Command* find_command(std::string_view words) {
    const auto commands = all_commands();
    const auto found = std::ranges::find(commands, words, &Command::words);
    return found != commands.end() ? &*found : nullptr;
}

} // namespace peergroup::cli
