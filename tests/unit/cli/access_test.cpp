#include "cli/command_list.hpp"
#include "print.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <set>
#include <string>

using namespace peergroup;
using vault::Role;

namespace {

// As docs/staff.md tells it: the first letters of the roles that may give the command.
std::string roles_of(const cli::Access& access) {
    if (access.is_open()) return "all";
    std::string roles;
    for (const Role role : {Role::admin, Role::coordinator, Role::facilitator, Role::reminder_job})
        if (access.permits(role)) roles += (roles.empty() ? "" : ", ") + std::string(code_of(role));
    return roles;
}

// Lines of the page's table: | `group list` | group | admin, coordinator, facilitator |
std::map<std::string, std::string> page() {
    std::ifstream file(PEERGROUP_SOURCE_DIR "/docs/staff.md");
    std::map<std::string, std::string> told;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("| `")) continue;
        const std::size_t end = line.find("` |");
        told[line.substr(3, end - 3)] = line.substr(end + 4);
    }
    return told;
}

} // namespace

TEST_CASE("every command declares who may give it and on what, as the page says") {
    const auto told = page();
    std::set<std::string> commands;
    for (const cli::Command& command : cli::all_commands()) {
        const std::string words(command.words);
        CAPTURE(words);
        commands.insert(words);
        REQUIRE(told.contains(words));
        CHECK(told.at(words) == fmt::format("{} | {} |", code_of(command.access.scope()), roles_of(command.access)));
    }
    CHECK(told.size() == commands.size());
}

TEST_CASE("only what keeps nothing of anybody is open, and an admin may do everything") {
    const std::set<std::string_view> open = {"help",        "completion",  "config check", "config show",
                                             "region list", "region show", "type list",    "type show"};
    for (const cli::Command& command : cli::all_commands()) {
        CAPTURE(command.words);
        CHECK(command.access.is_open() == open.contains(command.words));
        CHECK(command.access.permits(Role::admin));
        CHECK(command.access.founds() == (command.words == "init"));
    }
}

TEST_CASE("a facilitator changes nothing but the log of a session and what was decided about a newcomer") {
    std::set<std::string_view> permitted;
    for (const cli::Command& command : cli::all_commands())
        if (!command.access.is_open() && command.access.permits(Role::facilitator)) permitted.insert(command.words);
    CHECK(permitted == std::set<std::string_view>{"calendar export", "group list", "group show", "interview", "person ways",
                                                  "session list", "session log", "session show"});
}
