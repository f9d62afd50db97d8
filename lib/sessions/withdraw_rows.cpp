#include "admission/leaving.hpp"
#include "admission/place_rows.hpp"
#include "catalogue/catalogue_store.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"
#include "people/person_code.hpp"
#include "sessions/leavers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace peergroup::sessions {

namespace {

using admission::Membership;
using admission::PlaceRow;
using batches::RowStatus;

class Withdrawing : public admission::PlaceWork {
public:
    Withdrawing(const batches::Attempt& attempt, const WithdrawalRows& rows, std::int64_t batch)
        : PlaceWork(attempt), attempt_(attempt), rows_(rows), batch_(batch) {}

    /// Of all groups, when the last row is taken: a child may have left with a later row than the adult.
    std::vector<Membership> alone() {
        note_alone();
        admission::MembershipRegister memberships(attempt_.transaction);
        std::erase_if(alone_,
                      [&](const Membership& child) { return !memberships.active_state(child.group, child.person).has_value(); });
        return std::move(alone_);
    }

protected:
    groups::Group take_up(const groups::GroupCode& group) override {
        note_alone();
        leavers_.emplace(attempt_.transaction, attempt_.journal, referrals::Target{.group = group},
                         Leavers::Saying{batch_, rows_.today});
        return leavers_->first_side();
    }

    RowStatus take(const PlaceRow& row) override {
        const people::PersonCode person(row.person);
        const std::optional<calendar::Date> on = row.on.date();
        const std::string reason = row.reason == 0 ? "" : admission::leaving_reasons().at(row.reason - 1U);
        Withdrawn withdrawn;
        try {
            leavers_->leave(person, {"left", on.value_or(rows_.last_day), reason.empty() ? rows_.reason : reason}, withdrawn);
        } catch (const Problem& problem) {
            const auto ended = problem.code == "not-a-member" ? leavers_->ended_of(person) : std::nullopt;
            if (!ended || !has_left(*ended)) throw;
            if ((!on || ended->to_on == on) && (reason.empty() || ended->reason == reason)) return RowStatus::unchanged;
            throw Problem(ProblemKind::refused, "left-otherwise",
                          fmt::format("{} left on another day or for another reason", person.text()));
        }
        return RowStatus::withdrawn;
    }

private:
    static bool has_left(const Membership& ended) {
        return ended.state == admission::MembershipState::left || ended.state == admission::MembershipState::withdrawn;
    }

    void note_alone() {
        if (leavers_) std::ranges::move(leavers_->left_alone(), std::back_inserter(alone_));
        leavers_.reset();
    }

    const batches::Attempt& attempt_;
    const WithdrawalRows& rows_;
    std::int64_t batch_;
    std::optional<Leavers> leavers_; ///< of the group in hand
    std::vector<Membership> alone_;
};

} // namespace

std::vector<documents::ColumnName> withdrawal_columns() {
    std::vector<documents::ColumnName> columns = admission::place_columns();
    columns.push_back(admission::reason_column());
    return columns;
}

WithdrawnRows withdraw_rows(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                            const batches::Manner& manner, const WithdrawalRows& rows) {
    require_leaving_reason(rows.reason);
    std::unique_ptr<admission::PlaceRows> places;
    admission::Settled settled;
    std::vector<Membership> alone;
    const auto read = [&](const batches::LeftOut& left_out, batches::RowOutcomes& outcomes) {
        places = std::make_unique<admission::PlaceRows>(manner.spool_folder);
        admission::PlaceRowsReader(rows.sheet, left_out, outcomes).read(*places);
    };
    const auto write = [&](const batches::Attempt& attempt) {
        const std::int64_t batch =
            journal.begin_batch(attempt.transaction, catalogue::keep_catalogue(attempt.transaction, catalogue));
        admission::OfferDesk desk(attempt.transaction, journal, catalogue, batch, rows.today);
        Withdrawing withdrawing(attempt, rows, batch);
        settled = withdrawing.run(*places, desk);
        alone = withdrawing.alone();
        journal.record_change(
            attempt.transaction, withdrawing.regions(),
            {fmt::format("batch {}", batch),
             fmt::format("withdrawn={} unchanged={} offered={} enrolled={}", attempt.outcomes.count(RowStatus::withdrawn),
                         attempt.outcomes.count(RowStatus::unchanged), settled.offered.size(), settled.promoted.size()),
             batch});
    };
    batches::BatchResult result = batches::run_batch(database, journal, manner, {.read = read, .write = write});
    return {std::move(result), std::move(settled), std::move(alone)};
}

} // namespace peergroup::sessions
