#include "admission/staffing.hpp"

#include "admission/membership_register.hpp"
#include "admission/ties.hpp"
#include "catalogue/catalogue_store.hpp"
#include "catalogue/facilitator_words.hpp"
#include "facilitators/facilitator_register.hpp"
#include "facilitators/facilitators.hpp"
#include "groups/group_changes.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::admission {

namespace {

using facilitators::StaffMember;

groups::Group require_side(store::Transaction& transaction, const groups::GroupCode& code, const vault::Actor& actor) {
    std::vector<groups::Group> found = groups::GroupRegister(transaction).require(code, actor);
    if (found.size() > 1)
        throw Problem(ProblemKind::usage, "side-missing", fmt::format("{} has two sides, and nobody guides both", code.text()),
                      "GROUP", fmt::format("name {} or {}", found.front().code.text(), found.back().code.text()));
    groups::require_running(found.front());
    return found.front();
}

// The same again; an overlap that is not the same is refused.
std::optional<StaffMember> standing(const std::vector<StaffMember>& staff, const StaffAssignment& assignment) {
    for (const StaffMember& member : staff) {
        if (member.facilitator != assignment.facilitator || member.role != assignment.role || !member.meets(assignment.from_on))
            continue;
        if (member.from_on <= assignment.from_on) return member;
        throw Problem(ProblemKind::refused, "staff-overlaps",
                      fmt::format("{} guides {} in that role from {} on", assignment.facilitator.text(), assignment.group.text(),
                                  member.from_on.iso()));
    }
    return std::nullopt;
}

void require_one_side(facilitators::StaffRegister& staff, const groups::Group& group, const StaffAssignment& assignment) {
    if (group.other_side == 0) return;
    for (const StaffMember& member : staff.of_group(group.other_side))
        if (member.facilitator == assignment.facilitator && member.meets(assignment.from_on))
            throw Problem(ProblemKind::refused, "facilitator-on-other-side",
                          fmt::format("{} guides the other side of {}, which meets at the same time",
                                      assignment.facilitator.text(), group.pair_code));
}

// Whoever takes part is not to be guided by oneself or by somebody who belongs to one.
void require_no_tie(store::Transaction& transaction, const vault::Journal& journal, const groups::Group& group,
                    const StaffAssignment& assignment) {
    people::PersonRegister people(transaction, journal.keys());
    const std::int64_t person = TieReader(transaction, journal.keys(), people).person_of(assignment.facilitator);
    if (person == 0) return;
    const std::vector<std::int64_t> relatives = people.relatives_of(person);
    Facts facts;
    for (const Membership& membership : MembershipRegister(transaction).of_group(group.id)) {
        if (!membership.is_active()) continue;
        facts.ties.guides = facts.ties.guides || membership.person == person;
        facts.ties.related_to_guide = facts.ties.related_to_guide || std::ranges::binary_search(relatives, membership.person);
    }
    std::vector<std::string> reasons = reasons_against({}, facts);
    set_aside(reasons, assignment.override_code);
    if (reasons.empty()) return;
    const std::string code = told(std::move(reasons), journal.actor().cleared).front();
    throw Problem(ProblemKind::refused, code,
                  fmt::format("{} cannot guide {}: {}", assignment.facilitator.text(), group.code.text(), code), "",
                  fmt::format("--override {} with --reason answers for it", code));
}

// What is missing of what the type asks of the role.
std::vector<std::string> gap_of(store::Transaction& transaction, const catalogue::GroupType& type,
                                const StaffAssignment& assignment) {
    std::vector<std::string> asked = catalogue::qualifications_for(type, assignment.role);
    facilitators::QualificationRegister qualifications(transaction);
    const std::vector<std::string> held = held_on(qualifications.of(assignment.facilitator), assignment.from_on);
    if (std::ranges::find_first_of(asked, held) != asked.end()) asked.clear();
    return asked;
}

} // namespace

Assigned add_staff(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                   const StaffAssignment& assignment) {
    facilitators::require_role(assignment.role);
    require_override(journal.actor(), assignment.override_code);
    store::Transaction transaction = database.write();
    const groups::Group group = require_side(transaction, assignment.group, journal.actor());
    facilitators::FacilitatorRegister(transaction, journal.keys()).require(assignment.facilitator, journal.actor());
    facilitators::StaffRegister staff(transaction);
    if (const auto known = standing(staff.of_group(group.id), assignment)) return {*known, false};
    require_one_side(staff, group, assignment);
    require_no_tie(transaction, journal, group, assignment);
    Assigned assigned{.member = {.group = group.id,
                                 .facilitator = assignment.facilitator,
                                 .role = assignment.role,
                                 .from_on = assignment.from_on},
                      .asked = gap_of(transaction, catalogue.type(group.type), assignment)};
    assigned.member.role_gap = !assigned.asked.empty();
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    staff.add(assigned.member, batch);
    journal.record_change(transaction, {group.region},
                          {group.code.text() + " " + assignment.facilitator.text(),
                           assigned.member.role_gap ? "staff=1 role_gap=1" : "staff=1", batch});
    transaction.commit();
    return assigned;
}

std::vector<StaffMember> remove_staff(store::Database& database, const catalogue::Catalogue& catalogue,
                                      const vault::Journal& journal, const StaffRemoval& removal) {
    store::Transaction transaction = database.write();
    const std::vector<groups::Group> sides = groups::GroupRegister(transaction).require(removal.group, journal.actor());
    facilitators::FacilitatorRegister(transaction, journal.keys()).require(removal.facilitator, journal.actor());
    facilitators::StaffRegister staff(transaction);
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    std::vector<StaffMember> ended;
    for (const groups::Group& side : sides)
        for (StaffMember& member : staff.of_group(side.id)) {
            if (member.facilitator != removal.facilitator || member.to_on || removal.last_on < member.from_on) continue;
            member.to_on = removal.last_on;
            member.reason = removal.reason;
            staff.end(member, batch);
            ended.push_back(member);
        }
    if (ended.empty())
        throw Problem(
            ProblemKind::refused, "not-staff",
            fmt::format("{} does not guide {} on {}", removal.facilitator.text(), removal.group.text(), removal.last_on.iso()),
            "", fmt::format("see `peergroup group staff list {}`", removal.group.text()));
    journal.record_change(
        transaction, {sides.front().region},
        {removal.group.text() + " " + removal.facilitator.text(), fmt::format("ended={}", ended.size()), batch});
    transaction.commit();
    return ended;
}

std::vector<StaffOfGroup> staff_of(store::Transaction& transaction, const groups::GroupCode& code, const vault::Actor& actor) {
    facilitators::StaffRegister staff(transaction);
    std::vector<StaffOfGroup> found;
    for (groups::Group& group : groups::GroupRegister(transaction).require(code, actor)) {
        std::vector<StaffMember> members = staff.of_group(group.id);
        found.push_back({std::move(group), std::move(members)});
    }
    return found;
}

} // namespace peergroup::admission
