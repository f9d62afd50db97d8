#pragma once

#include "admission/membership.hpp"
#include "admission/offers.hpp"
#include "batches/batch_run.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "groups/group_code.hpp"
#include "people/person_code.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <string>
#include <vector>

namespace peergroup::sessions {

/// Who goes from one group into another, and from which day.
struct Transfer {
    groups::GroupCode from; ///< the code of a pair means whichever side the person is in
    groups::GroupCode to;   ///< the code of a pair leads each person to a side, as enrolling does
    std::vector<people::PersonCode> people;
    calendar::Date on; ///< the first day in the new group; the day before is the last in the old one
    std::string reason;
    calendar::Date today;
    std::string override_code = {}; ///< a reason against it that does not count this time
};

/// The memberships that ended and those that began, and what the waiting list of the old group gave then.
struct Transferred {
    std::vector<admission::Membership> ended;
    std::vector<admission::Membership> begun;
    admission::Settled settled;
    std::vector<admission::Membership> alone = {}; ///< children whose last adult left the group beside theirs
};

/// Moves people into another group in one step: all or none, so that nobody loses a seat before there is another; children come
/// after their adults, in whichever order they are named. Throws Problem: usage `unknown-leaving-reason`, `same-group`; refused:
/// whatever speaks against enrolling the person there
/// (`admission::why_enrol`) but for `override_code`, `no-free-seat` where the person would have to wait, `leaves-in-future`, and
/// as `withdraw` does.
Transferred transfer(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                     const Transfer& transfer);

/// Rows of who goes from which group into which: `group`, `to`, `person`, `on`, `reason`.
struct TransferRows {
    documents::Sheet& sheet;
    calendar::Date on;  ///< of rows that state no day
    std::string reason; ///< of rows that state none
    calendar::Date today;
    std::string override_code = {}; ///< a reason against it that does not count this time
};
std::vector<documents::ColumnName> transfer_columns();

/// What became of the rows, what the waiting lists gave, and the children who were left alone.
struct TransferredRows {
    batches::BatchResult result;
    admission::Settled settled = {};
    std::vector<admission::Membership> alone = {};
};

/// Takes the rows of a sheet as `transfer` takes people: `transferred`, or `unchanged` where the person has gone that way
/// already. All leave before anybody arrives, so that two may change places; freed seats are given once, at the end. Codes of
/// refusal: those of admission::PlaceRowsReader and of `transfer`, and `left-otherwise` where the person went on another day.
TransferredRows transfer_rows(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                              const batches::Manner& manner, const TransferRows& rows);

} // namespace peergroup::sessions
