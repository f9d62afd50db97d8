#include "groups/group_changes.hpp"

#include "catalogue/catalogue_store.hpp"
#include "groups/group_register.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::groups {

namespace {

void apply(Group& group, const GroupEdit& edit, const catalogue::Catalogue& catalogue) {
    if (edit.venue && !edit.venue->empty()) {
        const catalogue::Region& region = catalogue.region(group.region);
        std::vector<std::string> ids;
        for (const catalogue::Venue& venue : region.venues)
            ids.push_back(venue.id);
        if (region.venue(*edit.venue) == nullptr)
            throw Problem(ProblemKind::not_found, "venue-not-found", fmt::format("{} has no venue {}", region.id, *edit.venue),
                          "--venue", language::did_you_mean(*edit.venue, ids));
    }
    if (edit.venue) group.venue = *edit.venue;
    if (edit.language) group.language = *edit.language;
    // Ages that are stated for a pair mean its children.
    const bool ages_meant = edit.code == group.code || group.side != "parents";
    if (edit.age_min && ages_meant) group.age_min = edit.age_min;
    if (edit.age_max && ages_meant) group.age_max = edit.age_max;
    if (edit.waiting_list) group.waiting_list = *edit.waiting_list;
    if (group.age_min && group.age_max && *group.age_min > *group.age_max)
        throw Problem(ProblemKind::usage, "ages-crossed",
                      fmt::format("the least age {} is above the greatest {}", *group.age_min, *group.age_max),
                      "--age-min, --age-max");
}

} // namespace

std::string refusal_to_change(const Group& group, const vault::Actor& actor) {
    const std::string refusal = actor.refusal_of(place_of(group));
    return refusal.empty() && group.state != GroupState::running ? "group-ended" : refusal;
}

void require_running(const Group& group) {
    if (group.state != GroupState::running)
        throw Problem(ProblemKind::refused, "group-ended", fmt::format("{} is {}", group.code.text(), code_of(group.state)));
}

std::vector<Group> decide_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                                const GroupDecision& decision) {
    store::Transaction transaction = database.write();
    GroupRegister groups(transaction);
    std::vector<Group> found = groups.require(decision.code, journal.actor());
    for (const Group& group : found)
        require_running(group);
    const Change change{journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue)),
                        decision.verb == GroupVerb::open ? "opened" : "closed", decision.effective_on, decision.reason};
    for (Group& group : found) {
        group.intake = decision.verb == GroupVerb::open ? Intake::open : Intake::closed;
        groups.update(group, change);
    }
    journal.record_change(transaction, {found.front().region},
                          {decision.code.text(), fmt::format("groups={}", found.size()), change.batch});
    transaction.commit();
    return found;
}

std::vector<Group> edit_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                              const GroupEdit& edit) {
    store::Transaction transaction = database.write();
    GroupRegister groups(transaction);
    std::vector<Group> found = groups.require(edit.code, journal.actor());
    for (const Group& group : found)
        require_running(group);
    const Change change{journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue)), "edited", edit.today,
                        ""};
    for (Group& group : found) {
        apply(group, edit, catalogue);
        groups.update(group, change);
    }
    journal.record_change(transaction, {found.front().region},
                          {edit.code.text(), fmt::format("groups={}", found.size()), change.batch});
    transaction.commit();
    return found;
}

} // namespace peergroup::groups
