#include "admission/offer_rows.hpp"

#include "admission/language_remarks.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_changes.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

namespace peergroup::admission {

namespace {

using batches::RowStatus;

class Answering : public PlaceWork {
public:
    Answering(const batches::Attempt& attempt, const OfferRows& rows, OfferDesk& desk)
        : PlaceWork(attempt), actor_(attempt.journal.actor()), rows_(rows), desk_(desk), groups_(attempt.transaction),
          memberships_(attempt.transaction), offers_(attempt.transaction), people_(attempt.transaction, attempt.journal.keys()) {}

protected:
    groups::Group take_up(const groups::GroupCode& group) override {
        done_.clear();
        sides_ = groups_.require(group, actor_);
        groups::require_running(sides_.front());
        if (!sides_.front().pair_code.empty()) sides_ = groups_.sides_of(sides_.front().pair_code);
        return sides_.front();
    }

    RowStatus take(const PlaceRow& row) override {
        const people::PersonCode person(row.person);
        people::require_unrestricted(people_, person, actor_);
        const bool accepts = rows_.verb == OfferVerb::accept;
        if (const auto done = done_.find(row.person); done != done_.end()) return done->second; // with an earlier row's party
        if (is_known(row)) return RowStatus::unchanged;
        const calendar::Date on = row.on.date().value_or(rows_.on);
        require_said(rows_.verb, on, rows_.today);
        if (rows_.verb == OfferVerb::make)
            return done(desk_.offer_to(sides_, {{row.person}, on, rows_.override_code}), row.person);
        const Offer offer = desk_.open_offer(sides_, person);
        return done(accepts ? desk_.accept(sides_, offer, {on, rows_.override_code}) : desk_.decline(sides_, offer, on),
                    row.person);
    }

private:
    // What became of the row's person, and of all who belong to the party.
    RowStatus done(const Settled& settled, std::int64_t person) {
        for (const Offer& ended : settled.ended)
            if (rows_.verb == OfferVerb::decline) done_.insert_or_assign(ended.person, RowStatus::declined);
        for (const Offer& offer : settled.offered)
            done_.insert_or_assign(offer.person, RowStatus::offered);
        for (const Membership& membership : settled.promoted)
            done_.insert_or_assign(membership.person, RowStatus::enrolled);
        return done_.at(person);
    }

    // Whether an earlier run has recorded just this answer: a row without a day means whichever.
    bool is_known(const PlaceRow& row) {
        for (const groups::Group& side : sides_) {
            const std::vector<Offer> open = offers_.unanswered(side.id);
            if (const auto offer = std::ranges::find(open, row.person, &Offer::person); offer != open.end())
                return rows_.verb == OfferVerb::make && offer->is_open_on(rows_.today);
            for (const Membership& membership : memberships_.of_group(side.id)) {
                if (membership.person != row.person) continue;
                const std::optional<Answer> last = offers_.last_answer(membership);
                if (rows_.verb == OfferVerb::decline && last == Answer::declined) return true;
                if (last != Answer::accepted || membership.state != MembershipState::enrolled) continue;
                if (rows_.verb == OfferVerb::make) return true;
                const std::optional<calendar::Date> on = row.on.date();
                if (rows_.verb == OfferVerb::accept && (!on || membership.from_on == std::max(*on, membership.first_day())))
                    return true;
            }
        }
        return false;
    }

    const vault::Actor& actor_;
    const OfferRows& rows_;
    OfferDesk& desk_;
    groups::GroupRegister groups_;
    MembershipRegister memberships_;
    OfferRegister offers_;
    people::PersonRegister people_;
    std::vector<groups::Group> sides_;       ///< in hand
    std::map<std::int64_t, RowStatus> done_; ///< what became of people there, in this batch
};

} // namespace

AnsweredRows answer_offer_rows(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                               const batches::Manner& manner, const OfferRows& rows) {
    require_override(journal.actor(), rows.override_code);
    std::unique_ptr<PlaceRows> read_rows;
    Settled settled;
    const auto read = [&](const batches::LeftOut& left_out, batches::RowOutcomes& outcomes) {
        read_rows = std::make_unique<PlaceRows>(manner.spool_folder);
        PlaceRowsReader(rows.sheet, left_out, outcomes).read(*read_rows);
    };
    const auto write = [&](const batches::Attempt& attempt) {
        const std::int64_t batch =
            journal.begin_batch(attempt.transaction, catalogue::keep_catalogue(attempt.transaction, catalogue));
        OfferDesk desk(attempt.transaction, journal, catalogue, batch, rows.today);
        Answering answering(attempt, rows, desk);
        settled = answering.run(*read_rows, desk);
        settled.remarks = language_remarks(attempt.transaction, batch);
        const batches::RowOutcomes& outcomes = attempt.outcomes;
        journal.record_change(
            attempt.transaction, answering.regions(),
            {fmt::format("batch {}", batch),
             fmt::format("enrolled={} declined={} unchanged={} offered={} promoted={}", outcomes.count(RowStatus::enrolled),
                         outcomes.count(RowStatus::declined), outcomes.count(RowStatus::unchanged),
                         outcomes.count(RowStatus::offered) + static_cast<std::int64_t>(settled.offered.size()),
                         settled.promoted.size()),
             batch});
    };
    batches::BatchResult result = batches::run_batch(database, journal, manner, {.read = read, .write = write});
    result.remarks = std::move(settled.remarks);
    return {std::move(result), std::move(settled)};
}

} // namespace peergroup::admission
