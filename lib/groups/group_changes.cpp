#include "groups/group_changes.hpp"

#include "catalogue/catalogue_store.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::groups {

namespace {

std::string_view change_of(GroupVerb verb) {
    switch (verb) {
    case GroupVerb::open: return "opened";
    case GroupVerb::close: return "closed";
    case GroupVerb::cancel: break;
    }
    return "cancelled";
}

void cancel_meetings(store::Transaction& transaction, const Group& group, const Change& change) {
    Schedule schedule(transaction);
    for (Session& session : schedule.of_group(group.id)) {
        if (session.state != SessionState::planned || session.starts_on < change.effective_on) continue;
        session.state = SessionState::cancelled;
        session.reason = "group_cancelled";
        schedule.update(session, change);
    }
}

void apply(Group& group, const GroupDecision& decision) {
    if (decision.verb == GroupVerb::cancel) {
        group.state = GroupState::cancelled;
        group.intake = Intake::closed;
        group.ended_on = decision.effective_on;
    } else {
        group.intake = decision.verb == GroupVerb::open ? Intake::open : Intake::closed;
    }
}

void apply(Group& group, const GroupEdit& edit, const catalogue::Catalogue& catalogue) {
    if (edit.venue && !edit.venue->empty()) {
        const catalogue::Region& region = catalogue.region(group.region);
        std::vector<std::string> ids;
        for (const catalogue::Venue& venue : region.venues) ids.push_back(venue.id);
        if (region.venue(*edit.venue) == nullptr)
            throw Problem(ProblemKind::not_found, "venue-not-found", fmt::format("{} has no venue {}", region.id, *edit.venue), "--venue",
                          language::did_you_mean(*edit.venue, ids));
    }
    if (edit.venue) group.venue = *edit.venue;
    if (edit.language) group.language = *edit.language;
    // Ages that are stated for a pair mean its children.
    const bool ages_meant = edit.code == group.code || group.side != "parents";
    if (edit.age_min && ages_meant) group.age_min = edit.age_min;
    if (edit.age_max && ages_meant) group.age_max = edit.age_max;
    if (edit.waiting_list) group.waiting_list = *edit.waiting_list;
    if (group.age_min && group.age_max && *group.age_min > *group.age_max)
        throw Problem(ProblemKind::usage, "ages-crossed", fmt::format("the least age {} is above the greatest {}", *group.age_min, *group.age_max),
                      "--age-min, --age-max");
}

} // namespace

void require_running(const Group& group) {
    if (group.state != GroupState::running)
        throw Problem(ProblemKind::refused, "group-ended", fmt::format("{} is {}", group.code.text(), code_of(group.state)));
}

std::vector<Group> decide_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                                const GroupDecision& decision) {
    store::Transaction transaction = database.write();
    GroupRegister groups(transaction);
    std::vector<Group> found = groups.require(decision.code);
    for (const Group& group : found) require_running(group);
    const Change change{journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue)),
                        std::string(change_of(decision.verb)), decision.effective_on, decision.reason};
    for (Group& group : found) {
        apply(group, decision);
        groups.update(group, change);
        if (decision.verb == GroupVerb::cancel) cancel_meetings(transaction, group, change);
    }
    journal.record(transaction, decision.code.text(), fmt::format("groups={}", found.size()), change.batch);
    transaction.commit();
    return found;
}

std::vector<Group> edit_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                              const GroupEdit& edit) {
    store::Transaction transaction = database.write();
    GroupRegister groups(transaction);
    std::vector<Group> found = groups.require(edit.code);
    for (const Group& group : found) require_running(group);
    const Change change{journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue)), "edited", edit.today, ""};
    for (Group& group : found) {
        apply(group, edit, catalogue);
        groups.update(group, change);
    }
    journal.record(transaction, edit.code.text(), fmt::format("groups={}", found.size()), change.batch);
    transaction.commit();
    return found;
}

} // namespace peergroup::groups
