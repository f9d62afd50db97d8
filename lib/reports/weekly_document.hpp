#pragma once

#include "catalogue/catalogue.hpp"
#include "documents/document.hpp"
#include "language/language.hpp"
#include "reports/weekly.hpp"

#include <vector>

namespace peergroup::reports {

/// The weekly report as a document: by group, by type and by region, each with its total, and the reasons for which people left.
/// It is internal, and says so. The same figures give the same document. It keeps the figures and makes the row of a group when
/// it is written.
documents::Document weekly_document(GroupWeeks groups, const WeeklyQuestion& question, const catalogue::Catalogue& catalogue,
                                    Language language);

} // namespace peergroup::reports
