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

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    const std::vector<groups::Group> groups = groups::GroupRegister(transaction).require(*options.group);
    documents::Document document{"peergroup.group/1", "", {}, {detailed_group_table(call.language, groups)}, {}};
    if (is_for_people(format_of(call)) && groups.size() == 1) {
        document.facts = facts_of(document.tables.front());
        say_not_stated(document, call.language);
        document.tables.clear();
    }
    document.tables.push_back(session_table(call.language, meetings_of(transaction, groups)));
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group).runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command group_show() { return {"group show", "shows a group, or both sides of a pair, with its meetings", "peergroup group show VOI-KAI-2026-01", declare}; }

} // namespace peergroup::cli
