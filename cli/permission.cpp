#include "cli/permission.hpp"

#include "cli/staff.hpp"
#include "cli/trusted_files.hpp"
#include "facilitators/group_staff.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

// The file that guards a store lies with the store: naming another workspace, or a link to the store, brings nobody further.
std::filesystem::path staff_file_of(std::filesystem::path store) {
    if (std::filesystem::is_symlink(store)) store = std::filesystem::canonical(store);
    const std::filesystem::path folder = store.has_parent_path() ? store.parent_path() : ".";
    require_trusted(folder);
    return folder / "staff.toml";
}

std::string roles_that_may(const Access& access) {
    std::string roles = "admin";
    for (const vault::Role role : {vault::Role::coordinator, vault::Role::facilitator, vault::Role::reminder_job})
        if (access.permits(role)) roles += fmt::format(", {}", code_of(role));
    return roles;
}

// The groups of a facilitator's account are those of `staff.toml` and those that the facilitator guides today.
void add_guided_groups(Call& call) {
    vault::Actor& actor = call.actor.value();
    if (actor.role != vault::Role::facilitator || actor.facilitator == 0) return;
    const catalogue::Catalogue catalogue = find_catalogue(call);
    const calendar::Date today = today_in(call, catalogue.region(region_or_default(call, "")));
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    const facilitators::FacilitatorCode code(actor.facilitator);
    for (std::string& group : facilitators::StaffRegister(transaction).groups_of(code, today))
        actor.groups.push_back(std::move(group));
}

} // namespace

Staff staff_of(const Call& call) {
    return Staff::read(staff_file_of(store_path(call)), [&call] { return find_catalogue(call).region_ids(); });
}

void identify_actor(Call& call, const Command& command) {
    const auto region_ids = [&call] { return find_catalogue(call).region_ids(); };
    const std::string store = command.access.needs_store() ? store_file(call).string() : store_path(call);
    const Staff staff = Staff::read(staff_file_of(store), region_ids);
    const std::string caller = call.surroundings.caller();
    call.actor = vault::Actor{.id = caller, .role = vault::Role::none};
    call.actor = staff.actor(caller, "");
    const vault::Actor& actor = call.actor.emplace(staff.actor(caller, call.flags.as));
    if (!command.access.permits(actor.role))
        throw Problem(ProblemKind::not_permitted, "not-permitted.role",
                      fmt::format("{} has the role {}, which may not do this", actor.id, code_of(actor.role)),
                      fmt::format("peergroup {}", command.words), fmt::format("for {}", roles_that_may(command.access)));
    if (command.access.needs_store()) add_guided_groups(call);
}

} // namespace peergroup::cli
