#include "reminders/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::reminders {

using calendar::Instant;

namespace {

constexpr std::int64_t seconds_a_minute = 60;
constexpr std::int64_t seconds_a_day = 86400;
constexpr std::int64_t longest_gap = 40 * seconds_a_day;     // what was missed longer ago is not told one by one
constexpr std::int64_t longest_idleness = seconds_a_day / 4; // how far ahead a run looks for what is due next

std::int64_t longest_age(const catalogue::ReminderRules& rules) {
    std::int64_t minutes = 0;
    for (const catalogue::ReminderRule& rule : rules.rules)
        minutes = std::max<std::int64_t>(minutes, rule.max_age_minutes);
    return minutes * seconds_a_minute;
}

std::string key_of(const Candidate& candidate) {
    return fmt::format("{} {} {} {} {}", candidate.rule->id, catalogue::code_of(candidate.event.about), candidate.event.id,
                       candidate.recipient.code(), candidate.event.told());
}

} // namespace

// As long as nobody wrote anything, what was due before the last run was seen to by it.
void Agenda::begin(store::Transaction& transaction, Outbox& outbox) {
    const Instant now = sender_.now;
    JobRuns runs(transaction);
    const auto last = runs.last(sender_.scope());
    watermark_.through = last ? last->through : std::nullopt;
    const auto retry = outbox.next_retry();
    const bool changed = !watermark_.through || now < *watermark_.through || runs.newest_entry() != last->journal ||
                         sender_.basis() != last->basis || (retry && *retry <= now);
    const Instant oldest = now.plus_seconds(-longest_age(sender_.catalogue.reminders()));
    const Instant through = watermark_.through.value_or(now);
    span_ = {changed ? std::min(through, oldest) : through.plus_seconds(1), now};
    span_.first = std::max(span_.first, now.plus_seconds(-longest_gap));
    watermark_.rules_since = outbox.note_rules(sender_.catalogue.reminders().rules, now);
}

void Agenda::make_items(store::Transaction& transaction, Outbox& outbox) {
    Planner planner(transaction, sender_);
    items_.clear();
    next_ = 0;
    waits_since_.reset();
    quiet_until_.reset();
    for (Candidate& candidate : planner.due_in(span_)) {
        const Verdict verdict = verdict_on(candidate, outbox.newest(candidate), watermark_, sender_.now);
        if (verdict == Verdict::settled || seen_.contains(key_of(candidate))) continue;
        const auto quiet_until = planner.quiet_until(candidate.event.region, sender_.now);
        if (verdict != Verdict::too_late && quiet_until) {
            waits_since_ = std::min(waits_since_.value_or(candidate.due.at), candidate.due.at);
            quiet_until_ = std::min(quiet_until_.value_or(*quiet_until), *quiet_until);
            continue;
        }
        items_.emplace_back(std::move(candidate), verdict);
    }
}

void Agenda::refresh(store::Transaction& transaction, Outbox& outbox) {
    if (entry_ && *entry_ == JobRuns(transaction).newest_entry()) return;
    make_items(transaction, outbox);
}

std::size_t Agenda::take(store::Transaction& transaction, Outbox& outbox, Claims& claims, std::set<std::string>& regions,
                         std::size_t count) {
    refresh(transaction, outbox);
    const std::size_t end = std::min(items_.size(), next_ + count);
    const std::size_t taken = end - next_;
    for (; next_ < end; ++next_) {
        const auto& [candidate, verdict] = items_[next_];
        claims.take(candidate, verdict);
        regions.insert(candidate.event.region);
        seen_.insert(key_of(candidate));
    }
    return taken;
}

std::vector<Reminder> Agenda::drop(store::Transaction& transaction, Outbox& outbox) {
    std::vector<Reminder> dropped;
    std::vector<Reminder> failed = outbox.in_state(ReminderState::failed);
    std::erase_if(failed, [&](const Reminder& reminder) { return !is_for(reminder.region); });
    if (failed.empty()) return dropped;
    Planner planner(transaction, sender_);
    const std::vector<Candidate> asked = planner.due_in({span_.first, sender_.now});
    for (Reminder& reminder : failed) {
        const bool stale = reminder.last_at <= sender_.now;
        const bool wanted = std::ranges::any_of(asked, [&](const Candidate& candidate) {
            return candidate.rule->id == reminder.rule && candidate.event.about == reminder.about &&
                   candidate.event.id == reminder.event && candidate.recipient == reminder.recipient;
        });
        if (wanted && !stale) continue;
        if (!stale && reminder.next_at > sender_.now) continue; // it is asked again when its turn comes
        reminder.state = stale ? ReminderState::given_up : ReminderState::cancelled;
        reminder.code = stale ? "too-old" : "not-asked-for";
        reminder.recorded_at = sender_.now;
        outbox.update(reminder);
        dropped.push_back(std::move(reminder));
    }
    return dropped;
}

// What waits for the end of quiet hours is still to be seen to.
LastRun Agenda::seen_to(store::Transaction& transaction, Outbox& outbox) {
    const Instant now = sender_.now;
    Instant idle_until = now.plus_seconds(longest_idleness);
    if (const auto due = Planner(transaction, sender_).first_due_in({now.plus_seconds(1), idle_until})) idle_until = *due;
    if (const auto retry = outbox.next_retry()) idle_until = std::min(idle_until, *retry);
    if (quiet_until_) idle_until = std::min(idle_until, *quiet_until_);
    return {.ended_at = now,
            .through = waits_since_ ? waits_since_->plus_seconds(-1) : now,
            .idle_until = idle_until,
            .journal = entry_.value(),
            .basis = sender_.basis()};
}

} // namespace peergroup::reminders
