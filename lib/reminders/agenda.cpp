#include "reminders/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::reminders {

using calendar::Instant;

namespace {

constexpr std::int64_t seconds_a_minute = 60;
constexpr std::int64_t seconds_a_day = 86400;
constexpr std::int64_t longest_gap = 40 * seconds_a_day;     // what was missed longer ago is not told one by one
constexpr std::int64_t oldest_watermark = seconds_a_day / 4; // so that a run with nothing to send need not write

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
void Agenda::read_watermark(Outbox& outbox) {
    const Instant now = sender_.now;
    last_ = outbox.last_run();
    watermark_.through = last_ ? last_->through : std::nullopt;
    const bool changed = !watermark_.through || now < *watermark_.through || outbox.newest_entry() != last_->journal ||
                         sender_.catalogue.digest() != last_->digest || outbox.has_retries(now);
    const Instant oldest = now.plus_seconds(-longest_age(sender_.catalogue.reminders()));
    const Instant through = watermark_.through.value_or(now);
    span_ = {changed ? std::min(through, oldest) : through.plus_seconds(1), now};
    span_.first = std::max(span_.first, now.plus_seconds(-longest_gap));
}

bool Agenda::is_open(store::Transaction& transaction, Outbox& outbox) {
    read_watermark(outbox);
    if (!watermark_.through || sender_.now.seconds() - watermark_.through->seconds() > oldest_watermark) return true;
    if (outbox.has_retries(sender_.now) || !outbox.in_state(ReminderState::claimed).empty()) return true;
    watermark_.rules_since = outbox.rules_since();
    return !items(transaction, outbox).empty();
}

void Agenda::begin(Outbox& outbox) {
    read_watermark(outbox);
    watermark_.rules_since = outbox.note_rules(sender_.catalogue.reminders().rules, sender_.now);
}

std::vector<Agenda::Item> Agenda::items(store::Transaction& transaction, Outbox& outbox) {
    Planner planner(transaction, sender_.journal.keys(), sender_.catalogue, sender_.coordinators);
    std::vector<Item> items;
    for (Candidate& candidate : planner.due_in(span_)) {
        if (!sender_.journal.actor().may_see_region(candidate.event.region)) continue;
        const Verdict verdict = verdict_on(candidate, outbox.newest(candidate), watermark_, sender_.now);
        if (verdict == Verdict::settled) continue;
        if (verdict != Verdict::too_late && planner.is_quiet(candidate.event.region, sender_.now)) continue;
        items.emplace_back(std::move(candidate), verdict);
    }
    return items;
}

void Agenda::refresh(store::Transaction& transaction, Outbox& outbox) {
    if (entry_ && *entry_ == outbox.newest_entry()) return;
    items_ = items(transaction, outbox);
    next_ = 0;
    std::erase_if(items_, [&](const Item& item) { return seen_.contains(key_of(item.first)); });
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
    if (failed.empty()) return dropped;
    Planner planner(transaction, sender_.journal.keys(), sender_.catalogue, sender_.coordinators);
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

} // namespace peergroup::reminders
