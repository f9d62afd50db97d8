#pragma once

#include "calendar/instant.hpp"
#include "vault/secret.hpp"

#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace peergroup::cli {

/// Everything that the program meets outside itself; tests fix all of it.
struct Surroundings {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::function<calendar::Instant()> clock;
    std::function<std::optional<std::string>(const std::string& name)> environment;
    std::function<std::string()> caller;  ///< name of the operating-system user who gave the command, behind sudo too
    std::function<std::string()> account; ///< name of the user as whom the program runs
    vault::Entropy entropy;               ///< for new keys
    std::string temporary_folder;
    std::filesystem::path shipped_catalogue; ///< the catalogue that came with the program
    std::filesystem::path modules;           ///< the parts of the program that are opened on demand
    std::filesystem::path program = {};      ///< by which the system can start it again
};

} // namespace peergroup::cli
