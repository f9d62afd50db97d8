#include "cli/group_document.hpp"

#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"

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

documents::Table detailed_group_table(Language language, const std::vector<groups::Group>& groups) {
    documents::Table table{"groups", "", {id_column(language, "group")}, {}};
    for (const char* const key : {"type", "variant", "side", "pair", "region", "municipality", "venue", "language", "state",
                                  "intake", "openness", "capacity", "waiting_list", "age_min", "age_max", "first_on", "ended_on"})
        table.columns.push_back(column(language, key));
    for (const groups::Group& group : groups) {
        documents::Row row;
        for (const std::string& text : {group.code.text(), group.type, group.variant, group.side, group.pair_code, group.region,
                                        group.municipality, group.venue, group.language})
            row.cells.push_back(Cell::text(text));
        for (Cell cell :
             {coded(language, "state", groups::code_of(group.state)), coded(language, "intake", groups::code_of(group.intake)),
              coded(language, "openness", group.openness), number(group.capacity), yes_or_no(language, group.waiting_list),
              number(group.age_min), number(group.age_max), day(language, group.first_on), day(language, group.ended_on)})
            row.cells.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<GroupMeeting> meetings_of(store::Transaction& transaction, const std::vector<groups::Group>& groups) {
    groups::Schedule schedule(transaction);
    std::vector<GroupMeeting> meetings;
    for (const groups::Group& group : groups)
        for (groups::Session& session : schedule.of_group(group.id))
            meetings.push_back({group.code, std::move(session)});
    return meetings;
}

void show_groups(const Call& call, std::string schema, const std::vector<groups::Group>& groups) {
    show(call, {std::move(schema), "", {}, {group_table(call.language, groups)}, {}});
}

groups::Group look_up_group(const Call& call, store::Database& database, const groups::GroupCode& code) {
    store::Transaction transaction = database.read();
    return groups::GroupRegister(transaction).require(code, actor_of(call)).front();
}

documents::Table session_table(Language language, const std::vector<GroupMeeting>& meetings) {
    documents::Table table{"sessions", "", {column(language, "group"), number_column(language, "session")}, {}};
    for (const char* const key : {"starts_on", "weekday", "starts_at", "venue", "state", "moved"})
        table.columns.push_back(column(language, key));
    for (const auto& [group, session] : meetings) {
        table.rows.push_back(
            {{Cell::text(group.text()), number(session.ordinal), day(language, session.starts_on),
              weekday_of(language, session.starts_on), time_of_day(language, session.starts_at), Cell::text(session.venue),
              coded(language, "session-state", groups::code_of(session.state)), yes_or_no(language, session.moved)}});
    }
    return table;
}

documents::Table code_table(Language language, const std::string& code) {
    return {"groups", "", {id_column(language, "group")}, {{{Cell::text(code)}}}};
}

std::vector<std::string> sentences_of(Language language, const std::vector<groups::Notice>& notices,
                                      const catalogue::Catalogue& catalogue, const std::string& region) {
    std::vector<std::string> sentences;
    for (const groups::Notice& notice : notices)
        sentences.push_back(sentence_of(language, notice, catalogue, catalogue.region(region)));
    return sentences;
}

} // namespace peergroup::cli
