#include "admission/waiting.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "language/messages.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<groups::GroupCode> group;
    std::optional<people::PersonCode> person;
    Whole<0, 9> priority;
};

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    admission::change_priority(database, journal_of(call), {*options.group, *options.person, options.priority.value.value()});
    tell(call, language::say(call.language, "waitlist.reordered",
                             {{"person", options.person->text()}, {"group", options.group->text()}}));
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group)
        .operand("PERSON", "who waits, by code", options.person)
        .required_flag("--priority NUMBER", "0 to 9: the higher, the sooner; everybody begins with 0", options.priority)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command waitlist_reorder() {
    return {"waitlist reorder", "gives somebody who waits another priority, on a stated ground",
            "peergroup waitlist reorder MLL-KAI-2026-01 P-0007 --priority 1 --reason urgent-need", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
