#include "reminders/claims.hpp"

#include "facilitators/facilitators.hpp"
#include "people/identity.hpp"
#include "people/people.hpp"
#include "reminders/kept_messages.hpp"
#include "reminders/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::reminders {

namespace {

bool may_be_sent_still(ReminderState state) {
    return state == ReminderState::missed || state == ReminderState::skipped;
}

} // namespace

Verdict verdict_on(const Candidate& candidate, const std::optional<Reminder>& last, const Watermark& watermark,
                   calendar::Instant now) {
    if (now < candidate.due.at) return Verdict::settled;
    const auto since = watermark.rules_since.find(candidate.rule->id);
    if (since != watermark.rules_since.end() && candidate.due.at < since->second) return Verdict::settled;
    const bool stale = candidate.due.last <= now;
    const bool moved = last && last->told != candidate.event.told();
    if (last && !moved) {
        if (last->state == ReminderState::failed && last->next_at <= now && !stale) return Verdict::again;
        if (last->state == ReminderState::cancelled) return stale ? Verdict::settled : Verdict::told_anew;
        if (!may_be_sent_still(last->state) || stale) return Verdict::settled;
        return Verdict::due;
    }
    // What grew stale while runs went on was never this run's to send.
    if (stale) return !last && watermark.through && *watermark.through < candidate.due.at ? Verdict::too_late : Verdict::settled;
    return moved ? Verdict::told_anew : Verdict::due;
}

Claims::Claims(store::Transaction& transaction, const Sender& sender, Outbox& outbox)
    : transaction_(transaction), sender_(sender), outbox_(outbox), people_(transaction, sender.journal.keys()),
      store_(outbox.store_identity()) {}

Reminder Claims::row_of(const Candidate& candidate, Verdict verdict) {
    auto last = outbox_.newest(candidate);
    if (last && verdict != Verdict::told_anew) {
        last->due_at = candidate.due.at;
        last->last_at = candidate.due.last;
        return std::move(*last);
    }
    if (last && last->state == ReminderState::failed) {
        last->state = ReminderState::cancelled;
        last->code = "moved";
        write(*last);
    }
    Reminder reminder{.rule = candidate.rule->id, .about = candidate.event.about, .event = candidate.event.id};
    reminder.recipient = candidate.recipient;
    reminder.version = last ? last->version + 1 : 1;
    reminder.group = candidate.event.group;
    reminder.region = candidate.event.region;
    reminder.told = candidate.event.told();
    reminder.due_at = candidate.due.at;
    reminder.last_at = candidate.due.last;
    return reminder;
}

void Claims::write(Reminder& reminder) {
    reminder.recorded_at = sender_.now;
    if (reminder.id == 0)
        outbox_.add(reminder);
    else
        outbox_.update(reminder);
}

void Claims::skip(Reminder& reminder, const std::string& code) {
    const bool known = reminder.id != 0 && reminder.state == ReminderState::skipped && reminder.code == code;
    if (known) return;
    reminder.state = ReminderState::skipped;
    reminder.code = code;
    write(reminder);
    ++settled_[reminder.state];
}

void Claims::take(const Candidate& candidate, Verdict verdict) {
    Taken taken{candidate, row_of(candidate, verdict), {}};
    if (verdict == Verdict::too_late) {
        taken.reminder.state = ReminderState::missed;
        ++settled_[ReminderState::missed];
        return write(taken.reminder);
    }
    const std::string refusal = refusal_of(candidate, taken.ways);
    if (!refusal.empty()) return skip(taken.reminder, refusal);
    taken_.push_back(std::move(taken));
}

std::string Claims::refusal_of(const Candidate& candidate, std::vector<people::Channel>& ways) {
    if (!candidate.refusal.empty()) return candidate.refusal;
    if (candidate.recipient.person == 0) return "";
    const people::PersonCode code(candidate.recipient.person);
    const auto person = people_.find(candidate.recipient.person);
    if (!person) return "no-address";
    if (people::is_barred(people_, code, sender_.journal.actor())) return "other-region";
    std::string refusal;
    ways = ways_to(*person, people_.contacts_of(code.number()), refusal);
    return refusal;
}

Language Claims::language_of(const std::string& stated, const Event& event) const {
    if (const auto own = parse_language(stated)) return *own;
    return parse_language(event.language).value_or(sender_.language);
}

void Claims::claim(Taken& taken, const Address& address, Language language, std::vector<Claim>& claims) {
    Reminder& reminder = taken.reminder;
    if (!address.refusal.empty()) return skip(reminder, address.refusal);
    reminder.state = ReminderState::claimed;
    reminder.channel = people::code_of(address.channel);
    reminder.code.clear();
    reminder.next_at.reset();
    ++reminder.attempts;
    write(reminder);
    Wording wording = wording_of(sender_.catalogue, taken.candidate, language, address.channel);
    Message message;
    message.id = message_id(store_, reminder.id);
    message.channel = address.channel;
    message.recipient = address.text;
    message.subject = std::move(wording.subject);
    message.text = std::move(wording.text);
    message.created = sender_.now;
    message.language = language;
    claims.push_back({reminder, std::move(message)});
}

void Claims::reveal_people(std::vector<Claim>& claims) {
    std::vector<people::PersonCode> codes;
    for (const Taken& taken : taken_)
        if (taken.candidate.recipient.person != 0) codes.emplace_back(taken.candidate.recipient.person);
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    if (codes.empty()) return;
    const std::vector<people::RevealedPerson> revealed = people::Identity(transaction_, sender_.journal).reveal(codes);
    for (Taken& taken : taken_) {
        if (taken.candidate.recipient.person == 0) continue;
        const auto found = std::ranges::lower_bound(revealed, people::PersonCode(taken.candidate.recipient.person), {},
                                                    &people::RevealedPerson::code);
        const std::string language = people_.find(taken.candidate.recipient.person)->language;
        claim(taken, address_of(taken.ways, found->record), language_of(language, taken.candidate.event), claims);
    }
}

// Those who work here are reached where they said that they can be: no consent is asked of them.
void Claims::reveal_facilitators(std::vector<Claim>& claims) {
    facilitators::FacilitatorRegister facilitators(transaction_, sender_.journal.keys());
    for (Taken& taken : taken_) {
        if (taken.candidate.recipient.facilitator == 0) continue;
        const auto found = facilitators.find(facilitators::FacilitatorCode(taken.candidate.recipient.facilitator));
        if (!found || !sender_.journal.actor().may_see_region(found->region)) {
            skip(taken.reminder, found ? "other-region" : "no-address");
            continue;
        }
        const std::vector<facilitators::Facilitator> one{*found};
        const people::IdentityRecord record = facilitators::reveal(transaction_, sender_.journal, one).front();
        claim(taken, address_of({people::Channel::email, people::Channel::sms}, record), language_of("", taken.candidate.event),
              claims);
    }
}

std::vector<Claim> Claims::messages() {
    std::vector<Claim> claims;
    reveal_people(claims);
    reveal_facilitators(claims);
    for (Taken& taken : taken_) {
        if (taken.candidate.recipient.staff.empty()) continue;
        const auto found = std::ranges::find(sender_.coordinators, taken.candidate.recipient.staff, &Coordinator::user);
        const std::string email = found == sender_.coordinators.end() ? "" : found->email;
        const Address address{.text = email, .refusal = email.empty() ? "no-address" : ""};
        claim(taken, address, language_of("", taken.candidate.event), claims);
    }
    taken_.clear();
    std::ranges::sort(claims, {}, [](const Claim& claim) { return claim.reminder.id; });
    return claims;
}

} // namespace peergroup::reminders
