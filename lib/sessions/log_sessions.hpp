#pragma once

#include "batches/batch_run.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <vector>

namespace peergroup::sessions {

/// Rows of what happened at meetings. One without a person is about the meeting itself.
struct LogRequest {
    documents::Sheet& sheet;
    calendar::Date today; ///< no meeting after it has happened yet
};

/// The columns of such a sheet: `group`, `session`, `person`, `mark`, `minutes`, `theme`, `raised` (several with | between them),
/// `adults`, `children`.
std::vector<documents::ColumnName> log_columns();

/// Logs marks, themes and visitors of meetings, which thereby are held; a mark that differs from the stored one corrects it.
/// Codes of refusal: `group-missing`, `no-group-code`, `group-not-found`, `group-ended`, `session-missing`, `no-session`,
/// `session-not-found`, `session-ambiguous`, `session-cancelled`, `session-in-future`, `no-person-code`, `mark-missing`,
/// `unknown-mark`, `not-a-member` (on the day of the meeting), `marked-twice`, `no-number`, `minutes-without-delay`,
/// `visitors-not-counted` (the type takes no head count), `theme-differs`, `not-permitted.region`, `not-permitted.group`. Memory
/// stays flat whatever the sheet's size.
batches::BatchResult log_sessions(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                                  const batches::Manner& manner, const LogRequest& request);

} // namespace peergroup::sessions
