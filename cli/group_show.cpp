#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "groups/group_register.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<groups::GroupCode> group;
};

// Most groups have no variant and no sides and are still running: nothing is left unsaid there.
bool does_not_apply(const documents::Fact& fact) {
    return fact.value.is_empty() && (fact.key == "variant" || fact.key == "side" || fact.key == "pair" || fact.key == "ended_on");
}

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    const std::vector<groups::Group> groups = groups::GroupRegister(transaction).require(*options.group, actor_of(call));
    documents::Document document{"peergroup.group/1", "", {}, {detailed_group_table(call.language, groups)}, {}};
    if (is_for_people(format_of(call)) && groups.size() == 1) {
        document.facts = facts_of(document.tables.front());
        std::erase_if(document.facts, does_not_apply);
        say_not_stated(document, call.language);
        document.tables.clear();
    } else if (is_for_people(format_of(call))) {
        drop_blank_columns(document.tables.front());
    }
    document.tables.push_back(session_table(call.language, meetings_of(transaction, groups)));
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command group_show() {
    return {"group show", "shows a group, or both sides of a pair, with its meetings", "peergroup group show VOI-KAI-2026-01",
            declare, Access::roles(Scope::group, {vault::Role::coordinator, vault::Role::facilitator})};
}

} // namespace peergroup::cli
