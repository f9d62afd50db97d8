#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/new_workspace.hpp"
#include "cli/output.hpp"
#include "cli/staff.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::string organisation;
    std::string region;
};

void show_workspace(const Call& call, const Options& options) {
    const Workspace& workspace = call.workspace;
    documents::Document document{"peergroup.workspace/1", "", {}, {}, {}};
    const auto add = [&](std::string_view key, const std::string& text) {
        document.facts.push_back(fact(call.language, key, documents::Cell::text(text)));
    };
    add("workspace", workspace.folder().string());
    add("organisation", options.organisation);
    add("region", options.region);
    add("store", workspace.store_file().string());
    add("keys", workspace.key_ring_file().string());
    add("catalogue", workspace.catalogue_folder().string());
    for (const char* const note : {"init.back-up", "init.keep-keys", "init.keep-private", "init.change-rules"})
        document.notes.push_back(language::say(call.language, note));
    show(call, document);
}

ExitCode run(const Options& options, const Call& call) {
    if (call.workspace.folder().empty()) call.workspace.require();
    if (call.workspace.exists()) {
        tell(call, language::say(call.language, "init.already", {{"folder", call.workspace.folder().string()}}));
        return ExitCode::done;
    }
    if (options.organisation.empty())
        throw Problem(ProblemKind::usage, "no-value", "the organisation needs a name", "--organisation");
    const catalogue::Catalogue catalogue = open_catalogue(call);
    catalogue.region(options.region);
    lay_out_workspace(call, catalogue, options.organisation, {options.region, parse_language(call.flags.lang)},
                      staff_text(call.surroundings.caller(), call.surroundings.account()));
    show_workspace(call, options);
    suggest(call, "peergroup group create TYPE --venue VENUE --start DATE --time TIME --every 2w --count 8");
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.required_flag("--organisation NAME", "whose groups are kept", options.organisation)
        .required_flag("--region REGION", "of people and groups when no other is said, such as kainuu", options.region)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command init() {
    return {"init", "makes a workspace: the store, and a catalogue of rules to change",
            "peergroup init --organisation \"Kainuun hyvinvointialue\" --region kainuu", declare, Access::founders()};
}

} // namespace peergroup::cli
