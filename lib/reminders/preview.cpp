#include "reminders/preview.hpp"

#include "people/people.hpp"
#include "reminders/address.hpp"

#include <algorithm>

namespace peergroup::reminders {

namespace {

constexpr std::string_view planned = "planned";

/// Says of candidates where they stand.
class Previewer {
public:
    Previewer(store::Transaction& transaction, const Sender& sender)
        : sender_(sender), outbox_(transaction), people_(transaction, sender.journal.keys()) {}

    Preview of(Candidate candidate) {
        Preview preview{.candidate = std::move(candidate)};
        const auto last = outbox_.newest(preview.candidate);
        const bool told = last && last->told == preview.candidate.event.told();
        if (told && last->state != ReminderState::skipped && last->state != ReminderState::missed) {
            preview.state = code_of(last->state);
            preview.code = last->code;
            return preview;
        }
        preview.code = refusal_of(preview.candidate);
        preview.state = preview.code.empty() ? planned : code_of(ReminderState::skipped);
        if (preview.code.empty() && preview.candidate.due.last <= sender_.now) {
            preview.state = code_of(ReminderState::missed);
            preview.code = "too-late";
        }
        return preview;
    }

private:
    std::string refusal_of(const Candidate& candidate) {
        if (!candidate.refusal.empty() || candidate.recipient.person == 0) return candidate.refusal;
        const auto person = people_.find(candidate.recipient.person);
        if (!person) return "no-address";
        if (people::is_barred(people_, person->code, sender_.journal.actor())) return "other-region";
        std::string refusal;
        ways_to(*person, people_.contacts_of(candidate.recipient.person), refusal);
        return refusal;
    }

    const Sender& sender_;
    Outbox outbox_;
    people::PersonRegister people_;
};

} // namespace

std::vector<Preview> preview(store::Transaction& transaction, const Sender& sender, const Span& span) {
    Planner planner(transaction, sender);
    Previewer previewer(transaction, sender);
    std::vector<Preview> previews;
    for (Candidate& candidate : planner.due_in(span))
        previews.push_back(previewer.of(std::move(candidate)));
    return previews;
}

std::vector<Preview> why_remind(store::Transaction& transaction, const Sender& sender, const Event& event,
                                const Recipient& recipient) {
    Planner planner(transaction, sender);
    Previewer previewer(transaction, sender);
    const std::vector<Candidate> candidates = planner.of_event(event);
    std::vector<Preview> previews;
    for (const catalogue::ReminderRule& rule : sender.catalogue.reminders().rules) {
        if (rule.about != event.about) continue;
        const auto found = std::ranges::find_if(
            candidates, [&](const Candidate& candidate) { return candidate.rule == &rule && candidate.recipient == recipient; });
        if (found != candidates.end())
            previews.push_back(previewer.of(*found));
        else
            previews.push_back({{.rule = &rule, .event = event, .recipient = recipient, .due = planner.due_of(rule, event)},
                                std::string(code_of(ReminderState::skipped)),
                                rule.is_for(event.type, event.region) ? "not-concerned" : "not-its-rule"});
    }
    return previews;
}

} // namespace peergroup::reminders
