#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/person_document.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<people::PersonCode> person;
    std::string channel;
    std::string consent;
    std::string safe;
};

std::optional<bool> answer_of(const std::string& word) {
    return word.empty() ? std::nullopt : std::optional(word == "yes");
}

ExitCode run(const Options& options, const Call& call) {
    const people::ContactDecision decision{options.channel, answer_of(options.consent), answer_of(options.safe)};
    if (decision.channel.empty() || (!decision.consent && !decision.safe))
        throw Problem(ProblemKind::usage, "flag-missing", "--channel and --consent or --safe are needed",
                      "peergroup person contact", "see `peergroup person contact --help`");
    store::Database database = open_store(call);
    people::decide_contact(database, journal_of(call), *options.person, decision);
    show_person(call, database, *options.person);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code", options.person)
        .choice("--channel CHANNEL", "email or sms", {"email", "sms"}, options.channel)
        .choice("--consent ANSWER", "yes or no: whether the person wants messages there", {"yes", "no"}, options.consent)
        .choice("--safe ANSWER", "yes or no: whether a message there puts nobody at risk", {"yes", "no"}, options.safe)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_contact() {
    return {"person contact", "records whether one way of reaching a person may be used",
            "peergroup person contact P-0001 --channel sms --consent yes --safe yes", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
