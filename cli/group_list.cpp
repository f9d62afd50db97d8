#include "admission/children_alone.hpp"
#include "admission/membership_register.hpp"
#include "admission/minimum.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "groups/group_register.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    groups::GroupFilter filter;
};

// Of a group that is to begin: whether it has too few members; of a children's side: whether a child has no adult beside it any
// more. Gives whether there is any.
bool add_flags(const Call& call, store::Transaction& transaction, const std::vector<groups::Group>& groups,
               documents::Table& table) {
    std::optional<catalogue::Catalogue> catalogue;
    std::optional<calendar::Date> today;
    admission::MembershipRegister memberships(transaction);
    admission::ChildrenAlone children(transaction);
    bool any = false;
    for (std::size_t place = 0; place < groups.size(); ++place) {
        const groups::Group& group = groups[place];
        bool flagged = false;
        if (group.state == groups::GroupState::running && group.first_on) {
            if (!catalogue) {
                catalogue = open_catalogue(call);
                today = today_in(call, catalogue->region(region_or_default(call, "")));
            }
            if (*today < *group.first_on)
                flagged =
                    admission::is_below_minimum(group, catalogue->type(group.type), memberships.taken(group.id).enrolled, *today);
        }
        const char* const code = children.any_in(group) ? "child_alone" : flagged ? "below_minimum" : "";
        any = any || *code != '\0';
        table.rows[place].cells.push_back(coded(call.language, "flag", code));
    }
    return any;
}

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    const groups::GroupFilter& filter = options.filter;
    if (!filter.region.empty() || !filter.type.empty()) {
        const catalogue::Catalogue catalogue = open_catalogue(call);
        if (!filter.region.empty()) catalogue.region(filter.region);
        if (!filter.type.empty()) catalogue.type(filter.type);
    }
    store::Transaction transaction = database.read();
    const std::vector<groups::Group> groups = groups::GroupRegister(transaction).list(filter, actor_of(call));
    documents::Table table = group_table(call.language, groups);
    if (add_flags(call, transaction, groups, table) || !is_for_people(format_of(call)))
        table.columns.push_back(column(call.language, "flag"));
    show(call, {"peergroup.group-list/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--region REGION", "only groups of this region", options.filter.region)
        .flag("--type TYPE", "only groups of this type", options.filter.type)
        .choice("--state STATE", "only groups that are running, cancelled or finished", {"running", "cancelled", "finished"},
                options.filter.state)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command group_list() {
    return {"group list", "lists groups by code", "peergroup group list --state running", declare,
            Access::roles(Scope::group, {vault::Role::coordinator, vault::Role::facilitator})};
}

} // namespace peergroup::cli
