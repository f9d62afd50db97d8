#include "reminders/plan.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace peergroup::reminders {

using calendar::Instant;

Planner::Planner(store::Transaction& transaction, const Sender& sender)
    : sender_(sender), regions_(sender.regions()), clocks_(sender.catalogue), events_(transaction),
      recipients_(transaction, sender) {}

Due Planner::due_of(const catalogue::ReminderRule& rule, const Event& event) {
    const calendar::Zone& clock = clocks_.of(event.region);
    return reminders::due_of(rule, event, clock, QuietHours(sender_.catalogue.reminders(), clock));
}

std::optional<Instant> Planner::quiet_until(const std::string& region, Instant instant) {
    const QuietHours quiet(sender_.catalogue.reminders(), clocks_.of(region));
    return quiet.holds(instant) ? std::optional(quiet.end(instant)) : std::nullopt;
}

// A rule with a time of day is due at one instant a day, so that most runs read nothing. Regions with other clocks are met by a
// day to either side.
std::optional<DayRange> Planner::days_that_can_be_due(const catalogue::ReminderRule& rule, const Span& span) {
    std::optional<DayRange> range;
    std::set<std::string> seen;
    for (const std::string& region : regions_) {
        if (!rule.regions.empty() && std::ranges::find(rule.regions, region) == rule.regions.end()) continue;
        const calendar::Zone& clock = clocks_.of(region);
        if (!seen.insert(clock.name()).second) continue;
        const QuietHours quiet(sender_.catalogue.reminders(), clock);
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

std::vector<std::pair<Event, Due>> Planner::events_of(const catalogue::ReminderRule& rule, const Span& span) {
    std::vector<std::pair<Event, Due>> events;
    const auto days = days_that_can_be_due(rule, span);
    if (!days) return events;
    for (Event& event : events_.of_rule(rule, *days)) {
        if (!regions_.contains(event.region)) continue;
        const Due due = due_of(rule, event);
        if (span.first <= due.at && due.at <= span.last) events.emplace_back(std::move(event), due);
    }
    return events;
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
    for (const catalogue::ReminderRule& rule : sender_.catalogue.reminders().rules)
        for (const auto& [event, due] : events_of(rule, span))
            add(rule, event, due, candidates);
    join(candidates);
    return candidates;
}

std::optional<Instant> Planner::first_due_in(const Span& span) {
    std::optional<Instant> first;
    for (const catalogue::ReminderRule& rule : sender_.catalogue.reminders().rules)
        for (const auto& [event, due] : events_of(rule, span))
            first = std::min(first.value_or(due.at), due.at);
    return first;
}

std::vector<Candidate> Planner::of_event(const Event& event) {
    std::vector<Candidate> candidates;
    for (const catalogue::ReminderRule& rule : sender_.catalogue.reminders().rules)
        if (rule.about == event.about && rule.is_for(event.type, event.region)) add(rule, event, due_of(rule, event), candidates);
    join(candidates);
    return candidates;
}

} // namespace peergroup::reminders
