#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/facilitator_document.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<facilitators::FacilitatorCode> facilitator;
    std::optional<people::PersonCode> person;
    bool consent = false;
    bool remove = false;
};

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    facilitators::link_facilitator(database, journal_of(call),
                                   {*options.facilitator, *options.person, options.consent, options.remove});
    show_facilitator(call, database, *options.facilitator);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("FACILITATOR", "by code", options.facilitator)
        .operand("PERSON", "who the facilitator is as a participant, by code", options.person)
        .flag("--consent", "the person has chosen that it be kept", options.consent)
        .flag("--remove", "take the statement back", options.remove)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command facilitator_link() {
    return {"facilitator link", "states which participant a facilitator is, for guards alone",
            "peergroup facilitator link F-0003 P-0007 --consent", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
