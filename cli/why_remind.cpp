#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/reminder_call.hpp"
#include "cli/wording.hpp"
#include "facilitators/facilitator_code.hpp"
#include "groups/group.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "reminders/preview.hpp"
#include "reminders/region_clocks.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string recipient;
    std::optional<groups::GroupCode> group;
    std::string session;
};

reminders::Recipient recipient_of(const std::string& text) {
    if (const auto person = people::PersonCode::parse(text)) return {.person = person->number()};
    if (const auto facilitator = facilitators::FacilitatorCode::parse(text)) return {.facilitator = facilitator->number()};
    return {.staff = text};
}

std::string sentence_of(Language language, const std::string& code) {
    const std::string key = "reminder-reason." + code;
    return language::has_message(language, key) ? language::say(language, key) : code;
}

documents::Row row_of(const Call& call, const reminders::Preview& preview, const calendar::Zone& zone) {
    return {{Cell::text(preview.candidate.rule->id), moment(call, preview.candidate.due.at, zone),
             coded(call.language, "reminder-state", preview.state), Cell::text(preview.code),
             Cell::text(sentence_of(call.language, preview.code))}};
}

ExitCode run(const Options& options, const Call& call) {
    const ReminderCall reminding(call);
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    const groups::Group group = groups::GroupRegister(transaction).require(*options.group, actor_of(call)).front();
    const groups::Session session = groups::Schedule(transaction).require(group, options.session);
    const auto event = reminders::Events(transaction).session(session.id);
    if (!event)
        throw Problem(ProblemKind::refused, "no-reminders",
                      "nobody is reminded of a session that is cancelled or of a group that has ended",
                      fmt::format("{} {}", group.code.text(), options.session));
    const reminders::Sender sender = reminding.sender();
    reminders::RegionClocks clocks(sender.catalogue);
    const calendar::Zone& clock = clocks.of(event->region);
    documents::Table table{"rules", "", {id_column(call.language, "rule"), column(call.language, "due_at")}, {}};
    for (const char* const key : {"state", "code", "message"})
        table.columns.push_back(column(call.language, key));
    for (const reminders::Preview& preview : reminders::why_remind(transaction, sender, *event, recipient_of(options.recipient)))
        table.rows.push_back(row_of(call, preview, clock));
    show(call, {"peergroup.why-remind/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("RECIPIENT", "a person, a facilitator or a user of staff.toml", options.recipient)
        .operand("GROUP", "the group", options.group)
        .operand("SESSION", "by ordinal or day", options.session)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command why_remind() {
    return {"why remind", "tells of each rule whether somebody is reminded of a session, and why not",
            "peergroup why remind P-0002 VOI-KAI-2026-01 3", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
