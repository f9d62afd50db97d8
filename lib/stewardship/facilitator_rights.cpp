#include "stewardship/facilitator_rights.hpp"

#include "facilitators/linked_people.hpp"
#include "reminders/kept_messages.hpp"
#include "stewardship/guidance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace peergroup::stewardship {

namespace {

using facilitators::Facilitator;
using facilitators::FacilitatorCode;

// Guiding a group is to a facilitator what a membership is to a person.
RetentionFacts facts_of(GuidanceReader& reader, FacilitatorCode facilitator) {
    RetentionFacts facts{.created_on = reader.created_on(facilitator)};
    for (const FiledGuidance& guided : reader.of(facilitator)) {
        std::optional<calendar::Date> end = guided.group_ended_on;
        if (guided.to_on && (!end || *guided.to_on < *end)) end = guided.to_on;
        facts.memberships.push_back({guided.group, guided.type, !end, guided.to_on, end});
    }
    return facts;
}

FacilitatorDecision decide(GuidanceReader& reader, const catalogue::Catalogue& catalogue, const FacilitatorErasure& erasure) {
    return {erasure.facilitator, bases_of(facts_of(reader, erasure.facilitator), catalogue,
                                          {.today = erasure.today, .requested = erasure.requested, .of_facilitator = true})};
}

void erase(store::Transaction& transaction, const vault::KeyRing& ring, FacilitatorCode facilitator, calendar::Date today) {
    facilitators::LinkedPeople linked(transaction, ring);
    const auto people = linked.all();
    if (const auto known = people.find(facilitator); known != people.end())
        linked.unlink(facilitator, people::PersonCode(known->second));
    facilitators::FacilitatorRegister(transaction, ring).erase(facilitator, today);
}

void erase(store::Transaction& transaction, const vault::Journal& journal, const Facilitator& facilitator, calendar::Date today) {
    erase(transaction, journal.keys(), facilitator.code, today);
    journal.record_change(transaction, {facilitator.region}, {facilitator.code.text(), "erased=1"});
}

} // namespace

FacilitatorFile read_facilitator_file(store::Transaction& transaction, const vault::Journal& journal,
                                      FacilitatorCode facilitator) {
    FacilitatorFile file{.view = facilitators::show_facilitator(transaction, journal.keys(), facilitator, journal.actor())};
    file.record = facilitators::reveal(transaction, journal, {&file.view.facilitator, 1}).front();
    GuidanceReader reader(transaction);
    file.recorded_on = reader.created_on(facilitator);
    file.guided = reader.of(facilitator);
    return file;
}

FacilitatorDecision erase_facilitator(store::Database& database, const catalogue::Catalogue& catalogue,
                                      const vault::Journal& journal, const FacilitatorErasure& erasure) {
    store::Transaction transaction = database.write();
    const Facilitator facilitator =
        facilitators::FacilitatorRegister(transaction, journal.keys()).require(erasure.facilitator, journal.actor());
    GuidanceReader reader(transaction);
    FacilitatorDecision decision = decide(reader, catalogue, erasure);
    if (erasure.rehearsed || decision.keeping() != Keeping::erase) {
        journal.record_read(transaction, {facilitator.code.text(), fmt::format("kept={}", code_of(decision.keeping()))});
    } else {
        erase(transaction, journal, facilitator, erasure.today);
        reminders::delete_unknown_messages(transaction, erasure.workspace);
    }
    transaction.commit();
    return decision;
}

FacilitatorPlan plan_facilitators(store::Transaction& transaction, const catalogue::Catalogue& catalogue,
                                  const vault::Journal& journal, calendar::Date today) {
    FacilitatorPlan plan;
    std::map<std::string, std::int64_t> kept;
    GuidanceReader reader(transaction);
    for (const Facilitator& facilitator :
         facilitators::FacilitatorRegister(transaction, journal.keys()).list("", journal.actor())) {
        FacilitatorDecision decision = decide(reader, catalogue, {.facilitator = facilitator.code, .today = today});
        if (decision.keeping() == Keeping::erase) {
            plan.due.push_back(std::move(decision));
            continue;
        }
        const Basis& basis = decisive(decision.bases);
        ++kept[basis.event.empty() ? basis.why : fmt::format("{}:{}", basis.why, basis.event)];
    }
    plan.kept.assign(kept.begin(), kept.end());
    return plan;
}

FacilitatorPlan apply_to_facilitators(store::Database& database, const catalogue::Catalogue& catalogue,
                                      const vault::Journal& journal, const RetentionRun& run) {
    store::Transaction transaction = database.write();
    FacilitatorPlan plan = plan_facilitators(transaction, catalogue, journal, run.today);
    facilitators::FacilitatorRegister known(transaction, journal.keys());
    for (const FacilitatorDecision& decision : plan.due)
        erase(transaction, journal, known.find(decision.facilitator).value(), run.today);
    if (!plan.due.empty()) reminders::delete_unknown_messages(transaction, run.workspace);
    transaction.commit();
    return plan;
}

std::int64_t erase_facilitators_again(store::Transaction& transaction, const vault::KeyRing& ring,
                                      std::vector<FacilitatorCode> facilitators, calendar::Date today) {
    facilitators::FacilitatorRegister known(transaction, ring);
    const std::vector<FacilitatorCode> keyless = known.without_key();
    facilitators.insert(facilitators.end(), keyless.begin(), keyless.end());
    std::int64_t erased = 0;
    for (const FacilitatorCode& code : facilitators) {
        if (!known.find(code)) continue;
        erase(transaction, ring, code, today);
        ++erased;
    }
    return erased;
}

} // namespace peergroup::stewardship
