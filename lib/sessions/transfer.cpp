#include "sessions/transfer.hpp"

#include "admission/why.hpp"
#include "catalogue/catalogue_store.hpp"
#include "language/problem.hpp"
#include "referrals/reached.hpp"
#include "sessions/departures.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::sessions {

namespace {

using admission::Membership;

class Arriving {
public:
    Arriving(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
             const Transfer& transfer, bool same_type)
        : transaction_(transaction), catalogue_(catalogue), journal_(journal), transfer_(transfer), same_type_(same_type),
          memberships_(transaction) {}

    Membership arrive(people::PersonCode person, std::int64_t batch) {
        admission::EnrolAnswer answer = admission::why_enrol(transaction_, catalogue_, journal_,
                                                             {.group = transfer_.to,
                                                              .person = person,
                                                              .on = transfer_.on,
                                                              .today = transfer_.today,
                                                              .override_code = transfer_.override_code});
        // Whoever is in a group of the type has gone the way that the type asks for.
        if (same_type_)
            std::erase_if(answer.reasons, [](const std::string& reason) {
                return std::ranges::find(referrals::codes_of_missing_steps(), reason) !=
                       referrals::codes_of_missing_steps().end();
            });
        const std::string code = !answer.reasons.empty() ? answer.reasons.front() : answer.waits ? "group-full" : "";
        if (!code.empty())
            throw Problem(ProblemKind::refused, code,
                          fmt::format("{} cannot come into {}: {}", person.text(), answer.group, code), "",
                          fmt::format("`peergroup why enrol {} {}` says more", answer.group, person.text()));
        Membership membership{.group = groups::GroupRegister(transaction_).find(*groups::GroupCode::parse(answer.group))->id,
                              .person = person.number()};
        for (const Membership& earlier : memberships_.of_group(membership.group))
            if (earlier.person == membership.person) membership.episode = earlier.episode + 1;
        membership.from_on = transfer_.on;
        memberships_.create(membership, {batch, "enrolled", transfer_.on});
        memberships_.add_member(membership);
        memberships_.write_added();
        if (answer.overridden) {
            people::PersonRegister people(transaction_, journal_.keys());
            admission::AnsweredFor(transaction_, people.keys())
                .note(membership, batch, transfer_.override_code, *answer.overridden);
            ++overridden_;
        }
        return membership;
    }

    std::int64_t overridden() const { return overridden_; }

private:
    store::Transaction& transaction_;
    const catalogue::Catalogue& catalogue_;
    const vault::Journal& journal_;
    const Transfer& transfer_;
    bool same_type_;
    admission::MembershipRegister memberships_;
    std::int64_t overridden_ = 0;
};

void require_sound(const Transfer& transfer) {
    require_leaving_reason(transfer.reason);
    if (transfer.from == transfer.to)
        throw Problem(ProblemKind::usage, "same-group", fmt::format("{} is named as both groups", transfer.from.text()));
    if (transfer.on > transfer.today)
        throw Problem(ProblemKind::refused, "leaves-in-future", fmt::format("{} is still to come", transfer.on.iso()), "--on",
                      "say it on the day itself, or later");
}

} // namespace

Transferred transfer(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                     const Transfer& transfer) {
    require_sound(transfer);
    admission::require_override(journal.actor(), transfer.override_code);
    store::Transaction transaction = database.write();
    Departures departures(transaction, journal, transfer.from);
    const groups::Group to = groups::GroupRegister(transaction).require(transfer.to, journal.actor()).front();
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    Arriving arriving(transaction, catalogue, journal, transfer, to.type == departures.first_side().type);
    Transferred transferred;
    std::string objects = transfer.from.text() + " " + transfer.to.text();
    for (const people::PersonCode& person : transfer.people) {
        Membership ended = departures.active_membership(person);
        // Whoever came on that very day was a member of both.
        const calendar::Date last_day = transfer.on == ended.first_day() ? transfer.on : transfer.on.plus_days(-1);
        departures.end(ended, {"transferred", last_day, transfer.reason}, batch);
        transferred.ended.push_back(std::move(ended));
        transferred.begun.push_back(arriving.arrive(person, batch));
        objects += " " + person.text();
    }
    transferred.settled =
        admission::OfferDesk(transaction, journal, catalogue, batch, transfer.today).settle(departures.both_sides());
    transferred.alone = departures.left_alone();
    const admission::Settled& settled = transferred.settled;
    journal.record_change(transaction, {departures.region(), to.region},
                          {objects,
                           fmt::format("transferred={} offered={} enrolled={}{}", transferred.ended.size(),
                                       settled.offered.size(), settled.promoted.size(),
                                       arriving.overridden() > 0 ? fmt::format(" overridden={}", arriving.overridden()) : ""),
                           batch});
    transaction.commit();
    return transferred;
}

} // namespace peergroup::sessions
