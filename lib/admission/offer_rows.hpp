#pragma once

#include "admission/offers.hpp"
#include "admission/place_rows.hpp"

#include <vector>

namespace peergroup::admission {

/// Offers to people by name, or answers to offers: `group`, `person`, `on`.
struct OfferRows {
    documents::Sheet& sheet;
    OfferVerb verb;
    calendar::Date on;              ///< of rows that state no day
    calendar::Date today;           ///< on which offers can be answered
    std::string override_code = {}; ///< a reason against accepting that does not count this time
};

/// What became of the rows, and who got the seats that nobody took.
struct AnsweredRows {
    batches::BatchResult result;
    Settled settled = {};
};

/// Makes or answers the offers of a sheet: `offered` (or `enrolled`, where the type gives seats without asking), `enrolled` or
/// `declined`, and `unchanged` where that is known. A party that waits together is asked, and answers, with the first of its
/// rows. Codes of refusal: those of PlaceRowsReader,
/// `group-not-found`, `group-ended`, `person-not-found`, `person-restricted`, `not-permitted.region`, `not-permitted.group`,
/// `no-offer`, `offer-lapsed`, `step-in-future`, and as OfferDesk::offer_to and `accept` say.
AnsweredRows answer_offer_rows(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                               const batches::Manner& manner, const OfferRows& rows);

} // namespace peergroup::admission
