#pragma once

#include "documents/document.hpp"
#include "language/language.hpp"
#include "stewardship/facilitator_rights.hpp"

#include <vector>

namespace peergroup::cli {

/// Everything that is kept of a facilitator.
documents::Document document_of(Language language, const stewardship::FacilitatorFile& file);

/// What is decided about the records of one facilitator, and why.
documents::Document document_of(Language language, const stewardship::FacilitatorDecision& decision);

/// The reasons of decisions, each with its facilitator.
documents::Table facilitator_bases_table(Language language, const std::vector<stewardship::FacilitatorDecision>& decisions);

} // namespace peergroup::cli
