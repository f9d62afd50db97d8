#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "cli/privacy_document.hpp"
#include "cli/wording.hpp"
#include "people/person_facts.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<people::PersonCode> person;
    std::vector<std::string> codes;
    std::string by;
    bool remove = false;
};

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    people::FactStatement statement{.person = *options.person, .codes = options.codes, .by = options.by};
    if (!options.remove) statement.on = effective_day(call, catalogue.region(region_or_default(call, "")));
    people::attest_facts(database, catalogue, journal_of(call), statement);
    store::Transaction transaction = database.read();
    show(call, {"peergroup.person-facts/1",
                "",
                {fact(call.language, "person", documents::Cell::text(options.person->text()))},
                {facts_table(call.language, people::facts_of(transaction, *keys_of(call), *options.person, actor_of(call)))},
                {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code", options.person)
        .operand("CODE...", "facts that types of groups ask for, as `type show` lists them; --on says the day", options.codes)
        .flag("--attested-by WHO", "code or role of whoever knows it, such as social-worker", options.by)
        .flag("--remove", "take the attestation back", options.remove)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_attest() {
    return {"person attest", "records that a worker attests what a type of group asks for",
            "peergroup person attest P-0001 child-welfare-client --attested-by social-worker", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
