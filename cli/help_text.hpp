#pragma once

#include "cli/command_list.hpp"

#include <string>
#include <string_view>

namespace peergroup::cli {

/// How the program is called and every command in one line.
std::string overview_text();

/// The commands of one noun.
std::string noun_text(std::string_view noun);

/// Everything about one command: how it is called, its flags, an example.
std::string command_text(const Command& command);

} // namespace peergroup::cli
