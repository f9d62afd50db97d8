#include "admission/enrol.hpp"

#include "admission/arrivals.hpp"
#include "admission/eligibility.hpp"
#include "admission/language_remarks.hpp"
#include "admission/newcomers.hpp"
#include "admission/seating.hpp"
#include "admission/ways_in.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_register.hpp"

#include <fmt/format.h>

#include <memory>

namespace peergroup::admission {

using batches::RowStatus;

namespace {

// Who waits behind a party that is too large may get a seat at once.
void note_given(store::Transaction& transaction, const Settled& settled, std::vector<batches::Remark>& remarks) {
    groups::GroupRegister groups(transaction);
    const auto note = [&](std::string code, std::int64_t person, std::int64_t group) {
        remarks.push_back(
            {std::move(code), fmt::format("{} ({})", people::PersonCode(person).text(), groups.find(group).value().code.text())});
    };
    for (const Offer& offer : settled.offered)
        note("seat-offered", offer.person, offer.group);
    for (const Membership& membership : settled.promoted)
        note("seat-given", membership.person, membership.group);
}

} // namespace

batches::BatchResult enrol(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                           const batches::Manner& manner, const EnrolRequest& request) {
    require_override(journal.actor(), request.override_code);
    const people::ToldFactsReader facts_reader(request.sheet, catalogue);
    std::unique_ptr<Arrivals> arrivals;
    RefusedFamilies refused;
    ToldWays told;
    std::vector<batches::Remark> remarks;
    const auto read = [&](const batches::LeftOut& left_out, batches::RowOutcomes& outcomes) {
        arrivals = std::make_unique<Arrivals>(manner.spool_folder);
        refused = {};
        told = {};
        ArrivalsReader(request, facts_reader, left_out, outcomes).read({*arrivals, refused, told});
    };
    const auto write = [&](const batches::Attempt& attempt) {
        const std::int64_t batch =
            journal.begin_batch(attempt.transaction, catalogue::keep_catalogue(attempt.transaction, catalogue));
        Applicants applicants(manner.spool_folder);
        const EnrolRun run{attempt, request, manner, catalogue, facts_reader, told, batch};
        WaysIn ways(run);
        Newcomers newcomers(run, ways);
        newcomers.find(*arrivals, applicants, refused);
        Seating seating(run, ways);
        seating.seat(applicants, refused);
        seating.finish(refused);
        remarks = language_remarks(attempt.transaction, batch);
        note_given(attempt.transaction, seating.settled(), remarks);
        const batches::RowOutcomes& outcomes = attempt.outcomes;
        std::string more;
        if (seating.overridden() > 0) more += fmt::format(" overridden={}", seating.overridden());
        if (outcomes.count(RowStatus::referred) > 0) more += fmt::format(" referred={}", outcomes.count(RowStatus::referred));
        journal.record_change(attempt.transaction, newcomers.regions(),
                              {fmt::format("batch {}", batch),
                               fmt::format("enrolled={} waitlisted={} unchanged={} created={} updated={}{}",
                                           outcomes.count(RowStatus::enrolled), outcomes.count(RowStatus::waitlisted),
                                           outcomes.count(RowStatus::unchanged), outcomes.created(), outcomes.updated(), more),
                               batch});
    };
    batches::BatchResult result = batches::run_batch(database, journal, manner, {.read = read, .write = write});
    result.remarks = std::move(remarks);
    return result;
}

} // namespace peergroup::admission
