#include "cli/staff.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

constexpr std::string_view remarks =
    R"(# Who works with this store. Whoever is not in this file may do nothing. docs/staff.md tells more.
#
#   [[staff]]                    one entry for each
#   user = "maija"               the name by which the operating system knows the caller, behind sudo too
#   role = "coordinator"         admin, coordinator, facilitator or reminder-job
#   regions = ["kainuu"]         whose people and groups; every region when left out
#   groups = ["VOI-KAI-2026-01"] of a facilitator: groups, or pairs; none when left out
#   facilitator = "F-0003"       who the account is as facilitator: its groups are those that it guides, too
#   as = ["weekly-report"]       other entries that the caller may act as, by --as
#   email = "maija@example.org"  where reminders reach a coordinator
#   clearance = true             sees why a person is not placeable, and works with restricted ones
)";

// What TOML would take for the end of the text.
std::string quoted(const std::string& text) {
    std::string quoted = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\') quoted += '\\';
        quoted += character;
    }
    return quoted + '"';
}

std::string entry(const std::string& user, vault::Role role) {
    return fmt::format("\n[[staff]]\nuser = {}\nrole = \"{}\"\n", quoted(user), code_of(role));
}

} // namespace

std::string staff_text(const std::string& caller, const std::string& account) {
    std::string text(remarks);
    text += entry(caller, vault::Role::admin) + "clearance = true\n";
    if (account != caller) text += entry(account, vault::Role::reminder_job);
    return text;
}

} // namespace peergroup::cli
