#include "plan/reminder_changes.hpp"

#include "reminders/preview.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace peergroup::plan {

namespace {

constexpr std::int64_t seconds_a_minute = 60;
constexpr std::int64_t seconds_a_day = std::int64_t{24} * 60 * seconds_a_minute;
constexpr std::int64_t shown_seconds = 28 * seconds_a_day;
constexpr std::int64_t compared_seconds = 3 * shown_seconds; // the other catalogue may remind of the same later

using Told = std::tuple<std::string, catalogue::ReminderAbout, std::int64_t>; ///< who, of what
using Candidates = std::map<Told, reminders::Candidate>;

bool knows(const catalogue::ReminderRules& rules, const std::string& rule) {
    return std::ranges::find(rules.rules, rule, &catalogue::ReminderRule::id) != rules.rules.end();
}

// A message that is due already leaves at the next run, as long as it is fresh; not by a rule that was not known when it was due.
Candidates asked_for(store::Transaction& transaction, const CatalogueChange& change, const reminders::Sender& sender) {
    int oldest = 0;
    for (const catalogue::ReminderRule& rule : sender.catalogue.reminders().rules)
        oldest = std::max(oldest, rule.max_age_minutes);
    const reminders::Span span{change.at.plus_seconds(-oldest * seconds_a_minute), change.at.plus_seconds(compared_seconds)};
    Candidates asked;
    for (reminders::Preview& preview : reminders::preview(transaction, sender, span)) {
        reminders::Candidate& candidate = preview.candidate;
        const bool unknown_then = candidate.due.at < change.at && !knows(change.now.reminders(), candidate.rule->id);
        const bool none = preview.state == reminders::code_of(reminders::ReminderState::skipped) ||
                          preview.state == reminders::code_of(reminders::ReminderState::missed);
        if (unknown_then || none) continue;
        Told told(candidate.recipient.code(), candidate.event.about, candidate.event.id);
        asked.try_emplace(std::move(told), std::move(candidate));
    }
    return asked;
}

/// What one catalogue asks for and the other one does not.
struct Difference {
    const Candidates& asked;
    const Candidates& elsewhere;
    std::string code;
};

void add(const Difference& difference, calendar::Instant end, std::vector<Consequence>& found) {
    std::set<std::tuple<std::string, std::string, std::string>> known;
    for (const auto& [told, candidate] : difference.asked) {
        const std::string recipient = candidate.recipient.code();
        if (candidate.due.at > end || difference.elsewhere.contains(told)) continue;
        if (!known.emplace(candidate.rule->id, candidate.event.group_code, recipient).second) continue;
        found.push_back({.code = difference.code,
                         .group = candidate.event.group_code,
                         .recipient = recipient,
                         .day = candidate.event.day,
                         .detail = candidate.rule->id});
    }
}

} // namespace

std::vector<Consequence> reminder_changes(store::Transaction& transaction, const CatalogueChange& change,
                                          const vault::Journal& journal) {
    const reminders::Sender before{change.now, journal, change.coordinators, Language::fi, change.at};
    const reminders::Sender after{change.next, journal, change.coordinators, Language::fi, change.at};
    const Candidates asked_before = asked_for(transaction, change, before);
    const Candidates asked_after = asked_for(transaction, change, after);
    std::vector<Consequence> found;
    const calendar::Instant end = change.at.plus_seconds(shown_seconds);
    add({asked_after, asked_before, "newly-reminded"}, end, found);
    add({asked_before, asked_after, "reminded-no-more"}, end, found);
    std::ranges::stable_sort(found, {}, &Consequence::group);
    return found;
}

} // namespace peergroup::plan
