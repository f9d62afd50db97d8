#include "cli/command_list.hpp"
#include "cli/person_document.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<people::PersonCode> person;
};

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    show_person(call, database, *options.person);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code", options.person).can_identify().runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_show() {
    return {"person show", "shows what is known of a person", "peergroup person show P-0001 --identify --reason client-relation",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
