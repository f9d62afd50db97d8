#include "groups/group_changes.hpp"

#include "catalogue/catalogue_store.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <utility>

namespace peergroup::groups {

namespace {

// A group may be of one municipality and meet in another, when that was stated.
void take_venue(Group& group, const catalogue::Region& region, const std::string& venue) {
    const catalogue::Venue* const before = region.venue(group.venue);
    const bool stated_apart = before != nullptr && !group.municipality.empty() && before->municipality != group.municipality;
    if (!venue.empty()) {
        const catalogue::Venue& after = region.require_venue(venue);
        if (!stated_apart) group.municipality = after.municipality;
    }
    group.venue = venue;
}

void apply(Group& group, const GroupEdit& edit, const catalogue::Catalogue& catalogue) {
    if (edit.venue) take_venue(group, catalogue.region(group.region), *edit.venue);
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

/// The meetings of one group that has got another venue.
struct Move {
    const Group& before;
    const Group& after;
    const Change& change;
};

// What has been held was held where it was, and a meeting with a venue of its own keeps it.
void take_meetings_along(Schedule& schedule, const Move& move, const catalogue::Catalogue& catalogue, EditedGroups& edited) {
    const catalogue::Region& region = catalogue.region(move.after.region);
    for (Session& session : schedule.of_group(move.after.id)) {
        const bool own_venue = !session.venue.empty() && session.venue != move.before.venue;
        if (session.state != SessionState::planned || session.starts_on < move.change.effective_on || own_venue) continue;
        session.venue = move.after.venue;
        schedule.update(session, {move.change.batch, "relocated", session.starts_on, ""});
        ++edited.meetings;
        if (move.before.municipality == move.after.municipality) continue;
        for (Notice& notice : notices_of_day(catalogue, region, move.after.municipality, session.starts_on))
            edited.notices.push_back(std::move(notice));
    }
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

EditedGroups edit_group(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                        const GroupEdit& edit) {
    store::Transaction transaction = database.write();
    GroupRegister groups(transaction);
    Schedule schedule(transaction);
    EditedGroups edited{.groups = groups.require(edit.code, journal.actor())};
    for (const Group& group : edited.groups)
        require_running(group);
    const Change change{journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue)), "edited", edit.today,
                        ""};
    for (Group& group : edited.groups) {
        const Group before = group;
        apply(group, edit, catalogue);
        groups.update(group, change);
        if (group.venue != before.venue) take_meetings_along(schedule, {before, group, change}, catalogue, edited);
    }
    journal.record_change(
        transaction, {edited.groups.front().region},
        {edit.code.text(), fmt::format("groups={} sessions={}", edited.groups.size(), edited.meetings), change.batch});
    transaction.commit();
    return edited;
}

} // namespace peergroup::groups
