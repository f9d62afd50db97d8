#include "reminders/plan.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace peergroup::reminders {

using calendar::Instant;

Planner::Planner(store::Transaction& transaction, const vault::KeyRing& keys, const catalogue::Catalogue& catalogue,
                 const std::vector<Coordinator>& coordinators)
    : keys_(keys), catalogue_(catalogue), events_(transaction), recipients_(transaction, keys, catalogue, coordinators) {}

const calendar::Zone& Planner::zone(const std::string& region) {
    const std::string& name = catalogue_.region(region).zone;
    const auto known = zones_.find(name);
    if (known != zones_.end()) return known->second;
    auto zone = calendar::Zone::load(name);
    if (!zone)
        throw Problem(ProblemKind::configuration, "unknown-zone", fmt::format("the system does not know the time zone {}", name),
                      fmt::format("region {}", region), "install tzdata");
    return zones_.emplace(name, std::move(*zone)).first->second;
}

Due Planner::due_of(const catalogue::ReminderRule& rule, const Event& event) {
    const calendar::Zone& clock = zone(event.region);
    return reminders::due_of(rule, event, clock, QuietHours(catalogue_.reminders(), clock));
}

bool Planner::is_quiet(const std::string& region, Instant now) {
    return QuietHours(catalogue_.reminders(), zone(region)).holds(now);
}

// A rule with a time of day is due at one instant a day, so that most runs read nothing. Regions with other clocks are met by a
// day to either side.
std::optional<DayRange> Planner::days_that_can_be_due(const catalogue::ReminderRule& rule, const Span& span) {
    std::optional<DayRange> range;
    std::set<std::string> seen;
    const std::vector<std::string> known = catalogue_.region_ids(); // a ring may hold keys of a region that is no more
    for (const vault::HeldKey& held : keys_.held()) {
        if (std::ranges::find(known, held.region) == known.end()) continue;
        if (!rule.regions.empty() && std::ranges::find(rule.regions, held.region) == rule.regions.end()) continue;
        const calendar::Zone& clock = zone(held.region);
        if (!seen.insert(clock.name()).second) continue;
        const QuietHours quiet(catalogue_.reminders(), clock);
        const DayRange days = days_of(rule, clock, span.first, span.last);
        for (calendar::Date day = days.first; day <= days.last; day = day.plus_days(1)) {
            const Instant stated = rule.minutes ? span.first : clock.instant(day.plus_days(*rule.days), *rule.at);
            const bool can_be = std::ranges::any_of(std::array{stated, quiet.end(stated), quiet.beginning(stated)},
                                                    [&](Instant at) { return span.first <= at && at <= span.last; });
            if (!can_be) continue;
            if (!range) range = DayRange{day, day};
            range->first = std::min(range->first, day);
            range->last = std::max(range->last, day);
        }
    }
    return range;
}

std::vector<Candidate> Planner::of_rule(const catalogue::ReminderRule& rule, const Span& span) {
    std::vector<Candidate> candidates;
    const auto days = days_that_can_be_due(rule, span);
    if (!days) return candidates;
    for (const Event& event : events_.of_rule(rule, *days)) {
        const Due due = due_of(rule, event);
        if (span.first <= due.at && due.at <= span.last) add(rule, event, due, candidates);
    }
    return candidates;
}

void Planner::add(const catalogue::ReminderRule& rule, const Event& event, const Due& due, std::vector<Candidate>& candidates) {
    for (Concerned& concerned : recipients_.of(rule, event))
        candidates.push_back({&rule, event, std::move(concerned.recipient), due, std::move(concerned.refusal)});
}

namespace {

// What makes two messages one: the same person, event and instant. The one that can be sent is kept.
void join(std::vector<Candidate>& candidates) {
    using Key = std::tuple<Recipient, catalogue::ReminderAbout, std::int64_t, Instant>;
    std::map<Key, std::size_t> known;
    std::vector<Candidate> joined;
    for (Candidate& candidate : candidates) {
        const Key key(candidate.recipient, candidate.event.about, candidate.event.id, candidate.due.at);
        const auto [place, is_new] = known.try_emplace(key, joined.size());
        if (is_new)
            joined.push_back(std::move(candidate));
        else if (!joined[place->second].refusal.empty() && candidate.refusal.empty())
            joined[place->second] = std::move(candidate);
    }
    std::ranges::stable_sort(joined, {}, [](const Candidate& candidate) { return candidate.due.at; });
    candidates = std::move(joined);
}

} // namespace

std::vector<Candidate> Planner::due_in(const Span& span) {
    std::vector<Candidate> candidates;
    for (const catalogue::ReminderRule& rule : catalogue_.reminders().rules)
        std::ranges::move(of_rule(rule, span), std::back_inserter(candidates));
    join(candidates);
    return candidates;
}

std::vector<Candidate> Planner::of_event(const Event& event) {
    std::vector<Candidate> candidates;
    for (const catalogue::ReminderRule& rule : catalogue_.reminders().rules)
        if (rule.about == event.about && rule.is_for(event.type, event.region)) add(rule, event, due_of(rule, event), candidates);
    join(candidates);
    return candidates;
}

} // namespace peergroup::reminders
