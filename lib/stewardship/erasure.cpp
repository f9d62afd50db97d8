#include "stewardship/erasure.hpp"

#include "people/people.hpp"
#include "reminders/kept_messages.hpp"

#include <fmt/format.h>

#include <map>

namespace peergroup::stewardship {

namespace {

std::string reason_of(const Basis& basis) {
    return basis.event.empty() ? basis.why : fmt::format("{}:{}", basis.why, basis.event);
}

} // namespace

ErasureDecision erase_person(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                             const ErasureRequest& request) {
    store::Transaction transaction = database.write();
    people::PersonRegister people(transaction, journal.keys());
    people::require_person(people, request.person, journal.actor());
    const std::string region = people.find(request.person.number())->region;
    ErasureDecision decision{
        request.person, bases_of(RetentionReader(transaction, journal.keys()).of(request.person), catalogue, request.question)};
    if (request.rehearsed || decision.keeping() != Keeping::erase) {
        // What was looked at to decide is on the record, and so is the attempt.
        journal.record_read(transaction, {request.person.text(), fmt::format("kept={}", code_of(decision.keeping()))});
    } else {
        Erasure(transaction).erase({&request.person, 1}, request.question.today);
        reminders::delete_unknown_messages(transaction, request.workspace);
        journal.record_change(transaction, {region}, {request.person.text(), "erased=1"});
    }
    transaction.commit();
    return decision;
}

RetentionPlan plan_retention(store::Transaction& transaction, const catalogue::Catalogue& catalogue,
                             const vault::Journal& journal, calendar::Date today) {
    RetentionPlan plan;
    std::map<std::string, std::int64_t> kept;
    RetentionReader reader(transaction, journal.keys());
    for (const people::Person& person : people::list_people(transaction, {.non_disclosure_too = true}, journal.actor())) {
        if (!journal.keys().holds(person.region)) {
            ++kept["key-missing"];
            continue;
        }
        ErasureDecision decision{person.code, bases_of(reader.of(person.code), catalogue, {.today = today})};
        if (decision.keeping() == Keeping::erase)
            plan.due.push_back(std::move(decision));
        else
            ++kept[reason_of(decisive(decision.bases))];
    }
    plan.kept.assign(kept.begin(), kept.end());
    return plan;
}

RetentionPlan apply_retention(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                              const RetentionRun& run) {
    store::Transaction transaction = database.write();
    RetentionPlan plan = plan_retention(transaction, catalogue, journal, run.today);
    people::PersonRegister people(transaction, journal.keys());
    std::map<std::string, std::vector<people::PersonCode>> by_region;
    for (const ErasureDecision& decision : plan.due)
        by_region[people.find(decision.person.number())->region].push_back(decision.person);
    for (const auto& [region, codes] : by_region) {
        std::string objects;
        for (const people::PersonCode& code : codes)
            objects += (objects.empty() ? "" : " ") + code.text();
        Erasure(transaction).erase(codes, run.today);
        journal.record_change(transaction, {region}, {objects, fmt::format("erased={}", codes.size())});
    }
    if (!plan.due.empty()) reminders::delete_unknown_messages(transaction, run.workspace);
    transaction.commit();
    return plan;
}

} // namespace peergroup::stewardship
