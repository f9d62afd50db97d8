#include "cli/group_document.hpp"

#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/dates.hpp"

namespace peergroup::cli {

using documents::Cell;

documents::Table group_table(Language language, const std::vector<groups::Group>& groups) {
    documents::Table table{"groups", "", {id_column(language, "group")}, {}};
    for (const char* const key : {"type", "region", "venue", "first_on", "intake", "state"})
        table.columns.push_back(column(language, key));
    table.columns.push_back(number_column(language, "capacity"));
    for (const groups::Group& group : groups)
        table.rows.push_back(
            {{Cell::text(group.code.text()), Cell::text(group.type), Cell::text(group.region), Cell::text(group.venue),
              day(language, group.first_on), coded(language, "intake", groups::code_of(group.intake)),
              coded(language, "state", groups::code_of(group.state)), number(group.capacity)}});
    return table;
}

documents::Table session_table(Language language, const std::vector<GroupMeeting>& meetings) {
    documents::Table table{"sessions", "", {column(language, "group"), number_column(language, "session")}, {}};
    for (const char* const key : {"starts_on", "weekday", "starts_at", "venue", "state", "moved"})
        table.columns.push_back(column(language, key));
    for (const auto& [group, session] : meetings) {
        const int weekday = static_cast<int>(session.starts_on.weekday());
        table.rows.push_back(
            {{Cell::text(group.text()), number(session.ordinal), day(language, session.starts_on),
              Cell::coded(std::to_string(weekday), std::string(language::weekday_name(language, weekday))),
              time_of_day(language, session.starts_at), Cell::text(session.venue),
              coded(language, "session-state", groups::code_of(session.state)), yes_or_no(language, session.moved)}});
    }
    return table;
}

documents::Table code_table(Language language, const std::string& code) {
    return {"groups", "", {id_column(language, "group")}, {{{Cell::text(code)}}}};
}

void tell_notices(const Call& call, const std::vector<groups::Notice>& notices, const catalogue::Catalogue& catalogue,
                  const std::string& region) {
    for (const groups::Notice& notice : notices)
        tell(call, sentence_of(call.language, notice, catalogue, catalogue.region(region)));
}

} // namespace peergroup::cli
