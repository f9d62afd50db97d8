#pragma once

#include "calendar/date.hpp"
#include "cli/call.hpp"
#include "documents/document.hpp"
#include "facilitators/facilitators.hpp"
#include "language/language.hpp"

#include <vector>

namespace peergroup::cli {

/// Facilitators with the qualifications that are valid on the day.
documents::Table facilitator_table(Language language, const std::vector<facilitators::FacilitatorView>& views, calendar::Date on);

/// Shows a facilitator with everything that was earned, and says what is valid on the day (--on). Names only with --identify.
void show_facilitator(const Call& call, store::Database& database, facilitators::FacilitatorCode code);

/// A facilitator's number as code; what `-f ids` and reports of batches call one.
std::string code_of_facilitator(std::int64_t number);

} // namespace peergroup::cli
