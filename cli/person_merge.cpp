#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/person_document.hpp"
#include "language/messages.hpp"
#include "stewardship/merging.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<people::PersonCode> person;
    std::optional<people::PersonCode> into;
};

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const calendar::Date today = today_in(call, catalogue.region(region_or_default(call, "")));
    store::Database database = open_store(call);
    confirm(call,
            language::say(call.language, "merge.confirm", {{"person", options.person->text()}, {"into", options.into->text()}}));
    stewardship::merge_people(database, journal_of(call), {*options.person, *options.into, today});
    show_person(call, database, *options.into);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "whose number is given up, by code", options.person)
        .required_flag("--into PERSON", "who the person is, by code", options.into)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_merge() {
    return {"person merge", "makes one of two who were entered apart", "peergroup person merge P-0007 --into P-0003 --yes",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
