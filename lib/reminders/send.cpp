#include "reminders/send.hpp"

#include "reminders/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace peergroup::reminders {

using calendar::Instant;

namespace {

constexpr std::size_t at_a_time = 200;
constexpr std::int64_t seconds_a_minute = 60;

/// One run over one store.
class Run {
public:
    Run(store::Database& database, const Transports& transports, AttemptLog& log, const SendRun& run)
        : database_(database), transports_(transports), log_(log), run_(run), agenda_(run.sender) {}

    SendReport go() {
        if (run_.rehearsal) return rehearse();
        recover();
        while (claim())
            deliver();
        return std::move(report_);
    }

private:
    /// What a run that was killed had in hand: what the log does not know of may have left.
    void recover() {
        store::Transaction transaction = database_.write();
        Outbox outbox(transaction);
        agenda_.begin(transaction, outbox);
        JobRuns(transaction).begin(run_.sender.scope(), run_.sender.now);
        const auto attempts = log_.read();
        for (Reminder& reminder : outbox.in_state(ReminderState::claimed)) {
            if (!agenda_.is_for(reminder.region)) continue;
            settle_orphan(reminder, attempts);
            outbox.update(reminder);
            regions_.insert(reminder.region);
            if (reminder.state != ReminderState::failed) ++report_.counts[reminder.state]; // that one is taken in hand again
        }
        record(transaction, "recovered");
        transaction.commit();
    }

    void settle_orphan(Reminder& reminder, const std::optional<Attempts>& attempts) const {
        const bool begun = !attempts || attempts->contains(reminder.id);
        if (begun) {
            const auto known = attempts ? attempts->at(reminder.id) : std::nullopt;
            return settle(reminder, known.value_or(Delivery{Delivered::unknown, "run-ended"}), run_.sender);
        }
        put_back(reminder);
    }

    /// A message that never left.
    void put_back(Reminder& reminder) const {
        --reminder.attempts;
        reminder.state = ReminderState::failed;
        reminder.code = "run-ended";
        reminder.next_at = reminder.recorded_at = run_.sender.now;
    }

    /// Writes what became of the last ones, and takes the next ones in hand; false when there are no more.
    bool claim() {
        store::Transaction transaction = database_.write();
        Outbox outbox(transaction);
        for (const Claim& claim : claims_)
            outbox.update(claim.reminder);
        Claims claims(transaction, run_.sender, outbox);
        std::size_t taken = 0;
        claims_.clear();
        while (claims_.empty() && !report_.ended_early) {
            taken = agenda_.take(transaction, outbox, claims, regions_, at_a_time);
            if (taken == 0) break;
            claims_ = claims.messages();
        }
        for (const auto& [state, number] : claims.settled())
            report_.counts[state] += number;
        if (claims_.empty()) end(transaction, outbox);
        record(transaction, fmt::format("claimed={}", claims_.size()));
        agenda_.note_own_entries(transaction);
        if (claims_.empty() && !report_.ended_early)
            JobRuns(transaction).end(run_.sender.scope(), agenda_.seen_to(transaction, outbox));
        transaction.commit();
        if (claims_.empty()) return false;
        log_.begin(); // what it said of the last ones is in the store now, and not before
        return true;
    }

    void end(store::Transaction& transaction, Outbox& outbox) {
        for (const Reminder& dropped : agenda_.drop(transaction, outbox))
            count(dropped);
    }

    void deliver() {
        for (Claim& claim : claims_) {
            report_.ended_early = report_.ended_early || !run_.may_go_on();
            if (report_.ended_early)
                put_back(claim.reminder);
            else
                settle(claim.reminder, attempt(claim), run_.sender);
            count(claim.reminder);
        }
    }

    Delivery attempt(Claim& claim) {
        if (const auto stopped = stopped_.find(claim.message.channel); stopped != stopped_.end()) {
            --claim.reminder.attempts;
            return stopped->second;
        }
        log_.note_begun(claim.reminder.id);
        const Delivery delivery = hand_over(claim);
        log_.note_ended(claim.reminder.id, delivery);
        return delivery;
    }

    // What is wrong with one message is its own; what is wrong with a way of sending stops that way, and no other.
    Delivery hand_over(Claim& claim) {
        Transport& transport = claim.message.channel == people::Channel::email ? transports_.mail : transports_.sms;
        try {
            return transport.deliver(claim.message);
        } catch (const std::invalid_argument&) {
            return {Delivered::refused, "message-invalid"};
        } catch (const Problem& problem) {
            report_.problems.push_back(problem);
            --claim.reminder.attempts;
            return stopped_.emplace(claim.message.channel, Delivery{Delivered::later, problem.code}).first->second;
        }
    }

    void count(const Reminder& reminder) {
        ++report_.counts[reminder.state];
        regions_.insert(reminder.region);
    }

    void record(store::Transaction& transaction, std::string_view what) {
        if (regions_.empty()) return;
        run_.sender.journal.record_change(transaction, {regions_.begin(), regions_.end()}, {"", what});
        regions_.clear();
    }

    SendReport rehearse() {
        store::Transaction transaction = database_.write();
        Outbox outbox(transaction);
        agenda_.begin(transaction, outbox);
        Claims claims(transaction, run_.sender, outbox);
        while (agenda_.take(transaction, outbox, claims, regions_, at_a_time) > 0)
            report_.counts[ReminderState::claimed] += static_cast<std::int64_t>(claims.messages().size());
        for (const auto& [state, number] : claims.settled())
            report_.counts[state] += number;
        return std::move(report_);
    }

    store::Database& database_;
    const Transports& transports_;
    AttemptLog& log_;
    const SendRun& run_;
    Agenda agenda_;
    std::vector<Claim> claims_;     ///< in hand
    std::set<std::string> regions_; ///< of what is to be recorded
    std::map<people::Channel, Delivery> stopped_;
    SendReport report_;
};

} // namespace

void settle(Reminder& reminder, const Delivery& delivery, const Sender& sender) {
    reminder.recorded_at = sender.now;
    reminder.code = delivery.code;
    reminder.next_at.reset();
    const std::vector<int>& waits = sender.catalogue.reminders().retry_minutes;
    const auto failures = static_cast<std::size_t>(std::max(reminder.attempts, 1));
    switch (delivery.how) {
    case Delivered::held:
        reminder.state = ReminderState::held;
        break;
    case Delivered::sent:
        reminder.state = ReminderState::sent;
        break;
    case Delivered::unknown:
        reminder.state = ReminderState::unknown;
        break;
    case Delivered::refused:
        reminder.state = ReminderState::given_up;
        break;
    case Delivered::later:
        reminder.state = failures > waits.size() ? ReminderState::given_up : ReminderState::failed;
        break;
    }
    if (reminder.state != ReminderState::failed) return;
    std::int64_t wait = waits.at(failures - 1) * seconds_a_minute;
    if (delivery.retry_after) wait = std::max<std::int64_t>(wait, delivery.retry_after->count());
    reminder.next_at = sender.now.plus_seconds(wait);
}

bool is_idle(store::Database& database, const Sender& sender) {
    store::Transaction transaction = database.read();
    JobRuns runs(transaction);
    const auto last = runs.last(sender.scope());
    if (!last || !last->ended_at || !last->idle_until) return false;
    const bool its_time = last->through <= sender.now && sender.now < *last->idle_until;
    return its_time && runs.newest_entry() == last->journal && sender.basis() == last->basis;
}

SendReport send_due(store::Database& database, const Transports& transports, AttemptLog& log, const SendRun& run) {
    return Run(database, transports, log, run).go();
}

} // namespace peergroup::reminders
