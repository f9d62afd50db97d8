#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "groups/session_notes.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::optional<groups::GroupCode> group;
    std::string session;
};

documents::Table detailed_table(Language language, const std::vector<GroupMeeting>& meetings, groups::SessionNotes notes) {
    documents::Table table = session_table(language, meetings);
    for (const char* const key : {"duration_minutes", "reason", "theme", "raised_themes", "attended", "absent_notified",
                                  "absent_not_notified", "excused", "adults", "children"})
        table.columns.push_back(column(language, key));
    for (std::size_t index = 0; index < meetings.size(); ++index) {
        const groups::Session& session = meetings[index].session;
        const groups::Themes themes = notes.of(session.id);
        for (Cell cell :
             {number(session.duration_minutes), coded(language, "cancel-reason", session.reason), Cell::text(themes.theme),
              codes(themes.raised), Cell::of(session.attended), Cell::of(session.absent_notified),
              Cell::of(session.absent_not_notified), Cell::of(session.excused), number(session.adults), number(session.children)})
            table.rows[index].cells.push_back(std::move(cell));
    }
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    groups::Schedule schedule(transaction);
    std::vector<GroupMeeting> meetings;
    for (const groups::Group& group : groups::GroupRegister(transaction).require(*options.group, actor_of(call)))
        meetings.push_back({group.code, schedule.require(group, options.session)});
    documents::Document document{
        "peergroup.session/1", "", {}, {detailed_table(call.language, meetings, {transaction, *keys_of(call)})}, {}};
    if (is_for_people(format_of(call)) && meetings.size() == 1) {
        document.facts = facts_of(document.tables.front());
        document.tables.clear();
        std::erase_if(document.facts, [](const documents::Fact& fact) { return fact.value.is_empty(); });
    }
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group)
        .operand("SESSION", "its number or its day", options.session)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command session_show() {
    return {"session show", "shows one meeting with its counts", "peergroup session show VOI-KAI-2026-01 3", declare,
            Access::roles(Scope::group, {vault::Role::coordinator, vault::Role::facilitator})};
}

} // namespace peergroup::cli
