#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/person_document.hpp"
#include "people/people.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<people::PersonCode> person;
    std::optional<people::PersonCode> other;
    std::string relation;
    bool remove = false;
};

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    people::link_people(database, journal_of(call), {*options.person, *options.other, options.relation, options.remove});
    show_person(call, database, *options.person);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code", options.person)
        .operand("OTHER", "who is the relation of the person, by code", options.other)
        .required_flag(
            "--relation WORD",
            "guardian, parent, child, sibling, grandparent, foster_parent, partner, other_close; keep_apart or ex_partner of "
            "people who are not to meet in a group",
            options.relation)
        .flag("--remove", "take the statement back", options.remove)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_link() {
    return {"person link", "states how two people belong together", "peergroup person link P-0001 P-0002 --relation child",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
