#include "admission/eligibility.hpp"
#include "admission/leaving.hpp"
#include "admission/place_rows.hpp"
#include "catalogue/catalogue_store.hpp"
#include "language/problem.hpp"
#include "sessions/movers.hpp"
#include "sessions/transfer.hpp"

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

class Transferring : public admission::PlaceWork {
public:
    Transferring(const batches::Attempt& attempt, const TransferRows& rows, Movers& movers)
        : PlaceWork(attempt), attempt_(attempt), rows_(rows), movers_(movers), groups_(attempt.transaction),
          memberships_(attempt.transaction) {}

    /// Of all groups, when the last row is taken: a child may go with a later row than the adult.
    std::vector<Membership> alone() {
        note_alone();
        std::erase_if(alone_, [&](const Membership& child) { return !memberships_.active_state(child.group, child.person); });
        return std::move(alone_);
    }

protected:
    groups::Group take_up(const groups::GroupCode& group) override {
        note_alone();
        departures_ = std::make_unique<Departures>(attempt_.transaction, attempt_.journal, group);
        return departures_->first_side();
    }

    RowStatus take(const PlaceRow& row) override {
        const people::PersonCode person(row.person);
        const std::string reason = row.reason == 0 ? rows_.reason : admission::leaving_reasons().at(row.reason - 1U);
        const Move move{person, row.to.value().code(), row.on.date().value_or(rows_.on), reason};
        try {
            movers_.leave(*departures_, move);
        } catch (const Problem& problem) {
            const auto ended = problem.code == "not-a-member" ? departures_->find_ended(person) : std::nullopt;
            if (!ended || !has_gone_to(move, *ended)) throw;
            if (!row.on.date() || ended->to_on == last_day_before(move.on, *ended)) return RowStatus::unchanged;
            throw Problem(ProblemKind::refused, "left-otherwise", fmt::format("{} left on another day", person.text()));
        }
        underway_.push_back(row);
        return RowStatus::transferred;
    }

    void complete() override {
        movers_.arrive([this](std::size_t place, const Problem& problem) {
            const PlaceRow& row = underway_.at(place);
            using enum ProblemKind;
            if (problem.kind != refused && problem.kind != not_found && problem.kind != not_permitted) throw problem;
            std::string detail = people::PersonCode(row.person).text();
            if (!movers_.asked().empty()) detail += fmt::format(" ({})", movers_.asked());
            attempt_.outcomes.take_back({{0, row.line}, "to", problem.code, "", std::move(detail), 0, true},
                                        RowStatus::transferred);
        });
    }

private:
    // Whether an earlier run has recorded it: the newest membership went over into one there.
    bool has_gone_to(const Move& move, const Membership& ended) {
        const std::vector<groups::Group> sides = groups_.require(move.to, attempt_.journal.actor());
        return std::ranges::any_of(memberships_.of_person(move.person.number()), [&](const Membership& other) {
            return std::ranges::find(sides, other.group, &groups::Group::id) != sides.end() && other.from_on && ended.to_on &&
                   (*other.from_on == *ended.to_on || *other.from_on == ended.to_on->plus_days(1));
        });
    }

    void note_alone() {
        if (departures_) std::ranges::move(departures_->left_alone(), std::back_inserter(alone_));
        departures_.reset();
    }

    const batches::Attempt& attempt_;
    const TransferRows& rows_;
    Movers& movers_;
    groups::GroupRegister groups_;
    admission::MembershipRegister memberships_;
    std::unique_ptr<Departures> departures_; ///< of the group in hand
    std::vector<PlaceRow> underway_;         ///< whose people have left, in the order of the movers
    std::vector<Membership> alone_;
};

} // namespace

std::vector<documents::ColumnName> transfer_columns() {
    std::vector<documents::ColumnName> columns = admission::place_columns();
    columns.push_back(admission::destination_column());
    columns.push_back(admission::reason_column());
    return columns;
}

TransferredRows transfer_rows(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                              const batches::Manner& manner, const TransferRows& rows) {
    require_leaving_reason(rows.reason);
    admission::require_override(journal.actor(), rows.override_code);
    std::unique_ptr<admission::PlaceRows> places;
    admission::Settled settled;
    std::vector<Membership> alone;
    const auto read = [&](const batches::LeftOut& left_out, batches::RowOutcomes& outcomes) {
        places = std::make_unique<admission::PlaceRows>(manner.spool_folder);
        admission::PlaceRowsReader(rows.sheet, left_out, outcomes).with_destination().read(*places);
    };
    const auto write = [&](const batches::Attempt& attempt) {
        const std::int64_t batch =
            journal.begin_batch(attempt.transaction, catalogue::keep_catalogue(attempt.transaction, catalogue));
        admission::OfferDesk desk(attempt.transaction, journal, catalogue, batch, rows.today);
        Movers movers(attempt.transaction, catalogue, journal, {batch, rows.today, rows.override_code});
        Transferring transferring(attempt, rows, movers);
        settled = transferring.run(*places, desk);
        alone = transferring.alone();
        std::vector<std::string> regions = transferring.regions();
        std::ranges::copy(movers.regions(), std::back_inserter(regions));
        journal.record_change(
            attempt.transaction, regions,
            {fmt::format("batch {}", batch),
             fmt::format("transferred={} unchanged={} offered={} enrolled={}{}", attempt.outcomes.count(RowStatus::transferred),
                         attempt.outcomes.count(RowStatus::unchanged), settled.offered.size(), settled.promoted.size(),
                         movers.overridden() > 0 ? fmt::format(" overridden={}", movers.overridden()) : ""),
             batch});
    };
    batches::BatchResult result = batches::run_batch(database, journal, manner, {.read = read, .write = write});
    return {std::move(result), std::move(settled), std::move(alone)};
}

} // namespace peergroup::sessions
