#include "reminders/recipients.hpp"

#include <algorithm>

namespace peergroup::reminders {

using catalogue::ReminderAudience;

namespace {

bool is_to(const catalogue::ReminderRule& rule, ReminderAudience audience) {
    return std::ranges::find(rule.to, audience) != rule.to.end();
}

void add(std::vector<Concerned>& concerned, Concerned one) {
    const auto known = std::ranges::find(concerned, one.recipient, &Concerned::recipient);
    if (known == concerned.end())
        concerned.push_back(std::move(one));
    else if (one.refusal.empty())
        known->refusal.clear();
}

} // namespace

Recipients::Recipients(store::Transaction& transaction, const Sender& sender)
    : sender_(sender), memberships_(transaction), people_(transaction, sender.journal.keys()), staff_(transaction) {}

std::vector<Concerned> Recipients::of(const catalogue::ReminderRule& rule, const Event& event) {
    std::vector<Concerned> concerned;
    if (is_to(rule, ReminderAudience::participant) || is_to(rule, ReminderAudience::guardian))
        add_participants(rule, event, concerned);
    add_staff(rule, event, concerned);
    return concerned;
}

std::vector<std::int64_t> Recipients::participants(const Event& event) {
    if (event.person != 0) return {event.person};
    return memberships_.members_on(event.group, event.day.iso());
}

// Where no birth date is known, the group tells.
bool Recipients::is_child(std::int64_t person, const Event& event) {
    const auto born = people_.born_on(person);
    return born ? calendar::full_years(*born, event.day) < people::age_of_majority : event.for_children;
}

std::vector<std::int64_t> Recipients::guardians(std::int64_t child) {
    std::vector<std::int64_t> guardians;
    std::vector<std::int64_t> parents;
    for (const people::Link& link : people_.links_of(child)) {
        if (link.relation == "guardian") guardians.push_back(link.other.number());
        if (link.relation == "parent") parents.push_back(link.other.number());
    }
    return guardians.empty() ? parents : guardians;
}

// A group can outlive its type; its children are then told through their guardians.
bool Recipients::sends_to_children(const std::string& type) const {
    return sender_.catalogue.has_type(type) && sender_.catalogue.type(type).messages_to_children;
}

void Recipients::add_participants(const catalogue::ReminderRule& rule, const Event& event, std::vector<Concerned>& concerned) {
    const bool children_too = sends_to_children(event.type);
    for (const std::int64_t person : participants(event)) {
        const bool child = is_child(person, event);
        if (is_to(rule, ReminderAudience::participant))
            add(concerned, {{.person = person}, child && !children_too ? "child" : ""});
        if (!child || !is_to(rule, ReminderAudience::guardian)) continue;
        for (const std::int64_t guardian : guardians(person))
            add(concerned, {{.person = guardian}});
    }
}

void Recipients::add_staff(const catalogue::ReminderRule& rule, const Event& event, std::vector<Concerned>& concerned) {
    if (is_to(rule, ReminderAudience::facilitator) && event.group != 0)
        for (const facilitators::StaffMember& member : staff_.of_group(event.group))
            if (member.is_on(event.day)) add(concerned, {{.facilitator = member.facilitator.number()}});
    if (!is_to(rule, ReminderAudience::coordinator)) return;
    for (const Coordinator& coordinator : sender_.coordinators)
        if (coordinator.regions.empty() || std::ranges::find(coordinator.regions, event.region) != coordinator.regions.end())
            add(concerned, {{.staff = coordinator.user}});
}

} // namespace peergroup::reminders
