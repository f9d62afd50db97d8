#pragma once

#include "admission/applicant.hpp"
#include "admission/offers.hpp"
#include "batches/batch_run.hpp"
#include "documents/sheet.hpp"
#include "documents/sorter.hpp"
#include "groups/group_code.hpp"
#include "groups/group_register.hpp"
#include "language/problem.hpp"
#include "people/person_details.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Sheets whose every row is about the place that one person has in one group: who leaves, who answers an offer.
namespace peergroup::admission {

/// A row as a small record.
struct PlaceRow {
    groups::PackedCode group;
    std::int64_t person;
    std::uint32_t line;
    MaybeDay on;
    std::optional<groups::PackedCode> to; ///< of a transfer
    std::uint8_t reason;                  ///< place in leaving_reasons(), from 1; 0: none
};

struct ByPlace {
    bool operator()(const PlaceRow& left, const PlaceRow& right) const {
        const auto order = left.group <=> right.group;
        return order != 0 ? order < 0 : left.line < right.line;
    }
};
using PlaceRows = documents::Sorter<PlaceRow, ByPlace>;

/// `group`, `person`, `on`, with what people call them.
std::vector<documents::ColumnName> place_columns();
/// `to`, the group that somebody goes into, and `reason`, of who leaves.
documents::ColumnName destination_column();
documents::ColumnName reason_column();

/// Reads such rows; those that cannot be understood are rejected: `group-missing`, `no-group-code`, `person-missing`,
/// `no-person-code`, `no-date`, `unknown-leaving-reason`.
class PlaceRowsReader {
public:
    PlaceRowsReader(documents::Sheet& sheet, const batches::LeftOut& left_out, batches::RowOutcomes& outcomes);
    /// Every row has to name the group that its person goes into.
    PlaceRowsReader& with_destination() { return needs_to_ = true, *this; }
    void read(PlaceRows& rows);

private:
    std::optional<people::FieldFault> understand(const documents::SheetRow& row, PlaceRow& place) const;
    std::string_view value(const documents::SheetRow& row, const std::optional<std::size_t>& column) const;

    documents::Sheet& sheet_;
    const batches::LeftOut& left_out_;
    batches::RowOutcomes& outcomes_;
    std::optional<std::size_t> group_;
    std::optional<std::size_t> person_;
    std::optional<std::size_t> on_;
    std::optional<std::size_t> to_;
    std::optional<std::size_t> reason_;
    bool needs_to_ = false;
};

/// Refuses the row for what a rule says against it. A problem of another kind, such as a damaged store, is thrown on.
void refuse_row(batches::RowOutcomes& outcomes, const PlaceRow& row, const Problem& problem);

/// Does what rows ask for, group by group, and gives the seats that are free then once, at the end, in the order in which the
/// file first names the groups.
class PlaceWork {
public:
    explicit PlaceWork(const batches::Attempt& attempt);
    virtual ~PlaceWork() = default;
    PlaceWork(const PlaceWork&) = delete;
    PlaceWork& operator=(const PlaceWork&) = delete;

    Settled run(PlaceRows& rows, OfferDesk& desk);
    /// Of the groups that rows were about.
    const std::vector<std::string>& regions() const { return regions_; }

protected:
    /// Turns to a group; gives it, or a side of its pair. Throws Problem for one that all its rows are refused for.
    virtual groups::Group take_up(const groups::GroupCode& group) = 0;
    /// Does what the row asks for in the group in hand. Throws Problem where a rule refuses it.
    virtual batches::RowStatus take(const PlaceRow& row) = 0;
    /// Does what is left when every row was taken, before the seats that are free are given.
    virtual void complete() {}

private:
    void take_in_hand(const PlaceRow& row);
    Settled settle(OfferDesk& desk);

    const batches::Attempt& attempt_;
    groups::GroupRegister groups_;
    std::optional<groups::PackedCode> in_hand_;
    std::optional<Problem> refusal_;                ///< of every row of the group in hand
    std::map<std::int64_t, std::uint32_t> touched_; ///< by group, or the first side of a pair: the line that names it first
    std::vector<std::string> regions_;
};

} // namespace peergroup::admission
