#include "cli/staff.hpp"

#include "cli/trusted_files.hpp"
#include "documents/mail_address.hpp"
#include "documents/toml_reader.hpp"
#include "facilitators/facilitator_code.hpp"
#include "groups/group_code.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace peergroup::cli {

namespace {

using documents::TomlDocument;
using documents::TomlTable;
using documents::Word;
using vault::Role;

constexpr std::array<Word<Role>, 4> roles = {{{"admin", Role::admin},
                                              {"coordinator", Role::coordinator},
                                              {"facilitator", Role::facilitator},
                                              {"reminder-job", Role::reminder_job}}};

// A table is reported where a key of it is absent, and no key is called "".
bool states(const TomlTable& table, std::string_view key) {
    return table.where(key) != table.where("");
}

std::vector<std::string> read_regions(const TomlTable& table, const RegionIds& region_ids) {
    std::vector<std::string> regions = table.texts("regions");
    if (regions.empty()) {
        // An empty list looks like "none" and must not come to mean "every region".
        if (states(table, "regions")) table.report("regions", "config-empty", "names no region", "leave it out for every region");
        return regions;
    }
    const std::vector<std::string> known = region_ids();
    for (const std::string& region : regions)
        if (std::ranges::find(known, region) == known.end())
            table.report("regions", "config-unknown-word", fmt::format("names \"{}\", which is no region", region),
                         language::did_you_mean(region, known));
    return regions;
}

std::vector<std::string> read_groups(const TomlTable& table, Role role) {
    std::vector<std::string> groups;
    for (const std::string& text : table.texts("groups")) {
        if (const auto code = groups::GroupCode::parse(text))
            groups.push_back(code->text());
        else
            table.report("groups", "config-malformed", fmt::format("names \"{}\", which is no code of a group", text));
    }
    if (role != Role::facilitator && states(table, "groups"))
        table.report("groups", "config-contradiction", "is for facilitators; every other role has regions");
    return groups;
}

std::int64_t read_facilitator(const TomlTable& table) {
    const std::optional<std::string> text = table.text("facilitator");
    if (!text) return 0;
    const auto code = facilitators::FacilitatorCode::parse(*text);
    if (!code)
        table.report("facilitator", "config-malformed", fmt::format("is \"{}\", which is no code of a facilitator", *text));
    return code ? code->number() : 0;
}

StaffMember read_member(const TomlTable& table, const RegionIds& region_ids) {
    StaffMember member;
    member.actor.id = table.required_text("user");
    table.require("role");
    member.actor.role = table.choice("role", roles).value_or(Role::reminder_job);
    member.actor.regions = read_regions(table, region_ids);
    member.actor.groups = read_groups(table, member.actor.role);
    member.actor.facilitator = read_facilitator(table);
    member.actor.cleared = table.flag("clearance").value_or(false);
    member.may_act_as = table.texts("as");
    member.email = table.text("email").value_or("");
    if (!member.email.empty() && !documents::MailAddress::parse(member.email))
        table.report("email", "config-malformed", "must be one address such as name@example.org");
    return member;
}

// Entries may be named before they come.
void check_names(const std::vector<TomlTable>& tables, const std::vector<StaffMember>& members) {
    for (std::size_t index = 0; index < members.size(); ++index) {
        const auto is_of = [&](const std::string& user) {
            return [&user](const StaffMember& member) { return member.actor.id == user; };
        };
        const auto end = members.begin() + static_cast<std::ptrdiff_t>(index);
        const std::string& user = members[index].actor.id;
        if (!user.empty() && std::any_of(members.begin(), end, is_of(user)))
            tables[index].report("user", "config-duplicate", fmt::format("\"{}\" has an entry already", user));
        for (const std::string& other : members[index].may_act_as)
            if (std::ranges::none_of(members, is_of(other)))
                tables[index].report("as", "config-dangling-reference", fmt::format("names \"{}\", who has no entry", other));
    }
}

} // namespace

Staff Staff::read(const std::filesystem::path& file, const RegionIds& region_ids) {
    std::error_code hidden;
    if (!std::filesystem::exists(file, hidden) && !hidden)
        throw Problem(ProblemKind::configuration, "staff-missing", "nobody is registered to work here", file.string(),
                      "the owner of the store writes it: [[staff]], user = \"NAME\", role = \"admin\", each on a line");
    const std::string text = trusted_text(file);
    TomlDocument document(text, file.string());
    const TomlTable root = document.root();
    root.require("staff");
    const std::vector<TomlTable> tables = root.tables("staff");
    Staff staff;
    for (const TomlTable& table : tables)
        staff.members_.push_back(read_member(table, region_ids));
    check_names(tables, staff.members_);
    if (auto problems = document.finish(); !problems.empty()) throw std::move(problems.front());
    return staff;
}

const StaffMember* Staff::find(std::string_view user) const {
    const auto found = std::ranges::find(members_, user, [](const StaffMember& member) { return member.actor.id; });
    return found == members_.end() ? nullptr : &*found;
}

vault::Actor Staff::actor(const std::string& caller, const std::string& as) const {
    const StaffMember* const member = find(caller);
    if (member == nullptr)
        throw Problem(ProblemKind::not_permitted, "unknown-user", fmt::format("{} is not registered to work here", caller), "",
                      "an admin can add an entry to staff.toml");
    if (as.empty() || as == caller) return member->actor;
    const StaffMember* const other = find(as);
    if (other == nullptr || std::ranges::find(member->may_act_as, as) == member->may_act_as.end())
        throw Problem(ProblemKind::not_permitted, "not-permitted.as", fmt::format("{} may not act as {}", caller, as), "--as",
                      "an admin can change that in staff.toml");
    vault::Actor actor = other->actor;
    actor.id = fmt::format("{} as {}", caller, as);
    return actor;
}

} // namespace peergroup::cli
