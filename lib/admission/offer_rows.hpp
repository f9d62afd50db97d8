#pragma once

#include "admission/offers.hpp"
#include "admission/place_rows.hpp"

#include <vector>

namespace peergroup::admission {

/// Answers to offers: `group`, `person`, `on`.
struct OfferRows {
    documents::Sheet& sheet;
    OfferVerb verb;                 ///< accept or decline
    calendar::Date on;              ///< of rows that state no day
    calendar::Date today;           ///< on which offers can be answered
    std::string override_code = {}; ///< a reason against accepting that does not count this time
};

/// What became of the rows, and who got the seats that nobody took.
struct AnsweredRows {
    batches::BatchResult result;
    Settled settled = {};
};

/// Answers the offers of a sheet: `enrolled` or `declined`, or `unchanged` where the answer is known. A party that was offered
/// its seats together answers together, with the first of its rows. Codes of refusal: those of PlaceRowsReader,
/// `group-not-found`, `group-ended`, `person-not-found`, `person-restricted`, `not-permitted.region`, `not-permitted.group`,
/// `no-offer`, `offer-lapsed`, and as OfferDesk::accept says.
AnsweredRows answer_offer_rows(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                               const batches::Manner& manner, const OfferRows& rows);

} // namespace peergroup::admission
