#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/facilitator_document.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<facilitators::FacilitatorCode> facilitator;
};

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    show_facilitator(call, database, *options.facilitator);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("FACILITATOR", "by code; --on says for which day", options.facilitator)
        .can_identify()
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command facilitator_show() {
    return {"facilitator show", "shows a facilitator's roles and qualifications",
            "peergroup facilitator show F-0003 --identify --reason shift-list", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
