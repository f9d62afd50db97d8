#include "cli/privacy_history.hpp"

#include "cli/wording.hpp"
#include "language/messages.hpp"

namespace peergroup::cli {

using documents::Cell;
using documents::Table;
using stewardship::PersonFile;

namespace {

Table memberships_table(Language language, const PersonFile& file) {
    Table table = section_table(language, "memberships", {"group", "type", "state", "waiting_on", "from_on", "to_on", "reason"});
    for (const stewardship::FiledMembership& membership : file.memberships)
        table.rows.push_back(
            {{Cell::text(membership.group), Cell::text(membership.type), coded(language, "membership", membership.state),
              day(language, membership.waiting_on), day(language, membership.from_on), day(language, membership.to_on),
              coded(language, "leaving", membership.reason)}});
    return table;
}

Table steps_table(Language language, const PersonFile& file) {
    Table table = section_table(language, "steps", {"group", "effective_on", "step", "reason"});
    for (const stewardship::FiledStep& step : file.steps)
        table.rows.push_back({{Cell::text(step.group), day(language, step.effective_on), coded(language, "membership", step.kind),
                               coded(language, "leaving", step.reason)}});
    return table;
}

Table attendance_table(Language language, const PersonFile& file) {
    Table table = section_table(language, "attendance", {"group", "starts_on", "mark", "minutes"});
    for (const stewardship::FiledMark& mark : file.attendance)
        table.rows.push_back({{Cell::text(mark.group), day(language, mark.day), coded(language, "mark", mark.mark),
                               mark.minutes ? Cell::of(*mark.minutes) : Cell::empty()}});
    return table;
}

Table messages_table(Language language, const PersonFile& file) {
    Table table = section_table(language, "messages", {"due_on", "group", "rule", "channel", "state", "code"});
    for (const stewardship::FiledMessage& message : file.messages)
        table.rows.push_back({{day(language, message.due_on), Cell::text(message.group), Cell::text(message.rule),
                               coded(language, "channel", message.channel), coded(language, "reminder-state", message.state),
                               coded(language, "reminder-reason", message.code)}});
    return table;
}

} // namespace

Table section_table(Language language, const char* key, std::initializer_list<const char*> columns) {
    Table table{key, language::say(language, "section." + std::string(key)), {}, {}};
    for (const char* const name : columns)
        table.columns.push_back(column(language, name));
    return table;
}

std::vector<Table> history_tables(Language language, const PersonFile& file) {
    return {memberships_table(language, file), steps_table(language, file), attendance_table(language, file),
            messages_table(language, file)};
}

} // namespace peergroup::cli
