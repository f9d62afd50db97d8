#include "sessions/departures.hpp"

#include "admission/leaving.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace peergroup::sessions {

using admission::Membership;

namespace {

// Memberships come by person and episode.
std::span<const Membership> of_person(const std::vector<Membership>& memberships, people::PersonCode person) {
    const auto first = std::ranges::lower_bound(memberships, person.number(), {}, &Membership::person);
    const auto end = std::ranges::upper_bound(memberships, person.number(), {}, &Membership::person);
    return {first, end};
}

} // namespace

void require_leaving_reason(const std::string& reason) {
    const std::vector<std::string>& reasons = admission::leaving_reasons();
    if (!reason.empty() && std::ranges::find(reasons, reason) == reasons.end())
        throw Problem(ProblemKind::usage, "unknown-leaving-reason", fmt::format("\"{}\" is no reason for leaving", reason),
                      "--reason", language::did_you_mean(reason, reasons));
}

Departures::Departures(store::Transaction& transaction, const vault::Journal& journal, const groups::GroupCode& group)
    : group_(group.text()), actor_(journal.actor()), people_(transaction, journal.keys()), memberships_(transaction),
      groups_(transaction), schedule_(transaction), marks_(transaction), sides_(groups_.require(group, journal.actor())) {}

std::optional<Membership> Departures::find_active(people::PersonCode person) {
    for (const groups::Group& group : sides_)
        for (const Membership& membership : of_person(members_of(group.id), person))
            if (membership.is_active()) return membership;
    return std::nullopt;
}

std::optional<Membership> Departures::find_ended(people::PersonCode person) {
    std::optional<Membership> newest;
    for (const groups::Group& group : sides_)
        for (const Membership& membership : of_person(members_of(group.id), person))
            if (!membership.is_active() && (!newest || newest->to_on <= membership.to_on)) newest = membership;
    return newest;
}

Membership Departures::active_membership(people::PersonCode person) {
    people::require_person(people_, person, actor_);
    if (auto membership = find_active(person)) return std::move(*membership);
    throw Problem(ProblemKind::refused, "not-a-member",
                  fmt::format("{} is neither in {} nor waiting for it", person.text(), group_));
}

void Departures::end(Membership& membership, const Departure& departure, std::int64_t batch) {
    const calendar::Date first = membership.from_on.value_or(membership.first_day()); // who waited may come on a later day
    if (departure.last_day < first)
        throw Problem(ProblemKind::refused, "leaves-before-coming",
                      fmt::format("{} is in {} from {} and cannot leave before", people::PersonCode(membership.person).text(),
                                  group_, first.iso()),
                      "--on", "`peergroup batch undo` takes back what should not have been");
    refuse_later_marks(membership, departure.last_day);
    admission::end_membership(memberships_, membership, {batch, departure.kind, departure.last_day, departure.reason});
    gone_.push_back(membership.person);
    for (Membership& known : members_of(membership.group))
        if (known.person == membership.person && known.episode == membership.episode) known = membership;
}

std::vector<Membership>& Departures::members_of(std::int64_t group) {
    const auto [known, added] = members_.try_emplace(group);
    if (added) known->second = memberships_.of_group(group);
    return known->second;
}

const std::vector<groups::Session>& Departures::sessions_of(std::int64_t group) {
    const auto [known, added] = sessions_.try_emplace(group);
    if (added) known->second = schedule_.of_group(group);
    return known->second;
}

const SessionMarks& Departures::marks_of(std::int64_t session) {
    const auto [known, added] = session_marks_.try_emplace(session);
    if (added) known->second = marks_.of_session(session);
    return known->second;
}

bool Departures::has_adult(const groups::Group& children, std::int64_t child) {
    return std::ranges::any_of(people_.linked_to(child), [&](std::int64_t other) {
        return memberships_.active_state(children.other_side, other).has_value();
    });
}

std::vector<Membership> Departures::left_alone() {
    std::vector<Membership> alone;
    for (const groups::Group& side : both_sides()) {
        if (!side.is_children_side()) continue;
        for (const Membership& child : memberships_.of_group(side.id)) {
            if (!child.is_active()) continue;
            const std::vector<std::int64_t> linked = people_.linked_to(child.person);
            const bool lost =
                std::ranges::any_of(gone_, [&](std::int64_t person) { return std::ranges::binary_search(linked, person); });
            if (lost && !has_adult(side, child.person)) alone.push_back(child);
        }
    }
    return alone;
}

void Departures::refuse_later_marks(const Membership& membership, calendar::Date last_day) {
    for (const groups::Session& session : sessions_of(membership.group))
        if (session.starts_on > last_day && marks_of(session.id).find(membership.person) != nullptr)
            throw Problem(ProblemKind::refused, "marked-after-leaving",
                          fmt::format("{} is marked at session {} on {}, after the last day",
                                      people::PersonCode(membership.person).text(), session.ordinal, session.starts_on.iso()),
                          "--on");
}

std::vector<groups::Group> Departures::both_sides() {
    return sides_.front().pair_code.empty() ? sides_ : groups_.sides_of(sides_.front().pair_code);
}

} // namespace peergroup::sessions
