#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/person_document.hpp"
#include "people/people.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<people::PersonCode> person;
    bool lift = false;
};

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const calendar::Date since = effective_day(call, catalogue.region(region_or_default(call, "")));
    people::restrict_person(database, journal_of(call), *options.person, options.lift ? std::nullopt : std::optional(since));
    show_person(call, database, *options.person);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code", options.person)
        .flag("--lift", "the restriction is over", options.lift)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command privacy_restrict() {
    return {"privacy restrict", "keeps what is known of a person from being used, or allows it again",
            "peergroup privacy restrict P-0001 --reason accuracy-contested", declare, Access::roles(Scope::region, {})};
}

} // namespace peergroup::cli
