#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/privacy_document.hpp"
#include "cli/wording.hpp"
#include "people/person_events.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<people::PersonCode> person;
    std::string event;
    bool remove = false;
};

calendar::Date stated_day(const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    return effective_day(call, catalogue.region(region_or_default(call, "")));
}

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    people::EventStatement statement{*options.person, options.event};
    if (!options.remove) statement.day = stated_day(call);
    people::state_event(database, journal_of(call), statement);
    store::Transaction transaction = database.read();
    show(call, {"peergroup.person-events/1",
                "",
                {fact(call.language, "person", documents::Cell::text(options.person->text()))},
                {events_table(call.language, people::events_of(transaction, *keys_of(call), *options.person, actor_of(call)))},
                {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code", options.person)
        .operand("EVENT", "case_closed, death or handed_over; --on says its day", options.event)
        .flag("--remove", "take the statement back", options.remove)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_event() {
    return {"person event", "records a day that retention waits for", "peergroup person event P-0001 case_closed --on 2026-12-31",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
