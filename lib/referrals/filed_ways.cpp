#include "referrals/filed_ways.hpp"

#include "groups/group_register.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"
#include "referrals/referral_notes.hpp"
#include "referrals/referral_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace peergroup::referrals {

std::vector<FiledWayStep> filed_steps(store::Transaction& transaction, const vault::KeyRing& keys, people::PersonCode person) {
    const std::vector<ReferralNote> notes = ReferralNotes(transaction, keys).of_person(person.number());
    groups::GroupRegister groups(transaction);
    std::vector<FiledWayStep> filed;
    for (const ReferralStep& step : ReferralRegister(transaction).steps_of(person.number())) {
        FiledWayStep entry{.group = step.group != 0 ? groups.find(step.group).value().code.text() : "",
                           .type = step.type,
                           .region = step.region,
                           .effective_on = step.on,
                           .step = std::string(code_of(step.kind)),
                           .referred_by = step.path,
                           .decided_by = step.decided_by,
                           .reason = step.reason};
        for (const ReferralNote& note : notes) {
            if (note.change_seq != step.change_seq) continue;
            (note.kind == "note" ? entry.note : entry.offered_instead) = note.text;
            entry.written = true;
        }
        filed.push_back(std::move(entry));
    }
    return filed;
}

std::vector<FiledWayStep> show_ways(store::Database& database, const vault::Journal& journal, const WaysQuestion& question) {
    if (question.with_texts && journal.occasion().ground.empty())
        throw Problem(ProblemKind::usage, "reason-missing", "what was written is shown only on a stated ground", "--identify",
                      "add --reason CODE, such as client-relation");
    const vault::Actor& actor = journal.actor();
    store::Transaction transaction = question.with_texts ? database.write() : database.read();
    people::PersonRegister people(transaction, journal.keys());
    if (question.with_texts)
        people::require_unrestricted(people, question.person, actor);
    else
        people::require_person(people, question.person, actor);
    std::vector<FiledWayStep> steps = filed_steps(transaction, journal.keys(), question.person);
    groups::GroupRegister groups(transaction);
    std::erase_if(steps, [&](const FiledWayStep& step) {
        const auto group = groups::GroupCode::parse(step.group);
        const std::string pair = group ? groups.find(*group).value().pair_code : "";
        return !actor.may_see_group({step.region, step.group, pair});
    });
    if (!question.with_texts) {
        for (FiledWayStep& step : steps)
            step.note = step.offered_instead = "";
        return steps;
    }
    journal.record_read(transaction,
                        {question.person.text(), fmt::format("texts={}", std::ranges::count_if(steps, &FiledWayStep::written))});
    transaction.commit();
    return steps;
}

} // namespace peergroup::referrals
