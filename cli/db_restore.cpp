#include "cli/backup_flags.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "stewardship/backup_names.hpp"
#include "stewardship/restore.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string copy;
    std::string keys;
};

std::vector<std::string> paths_of(const Options& options) {
    if (options.keys.empty()) return {options.copy};
    return {options.copy, options.keys};
}

documents::Document document_of(const Call& call, const store::StorePair& copy, const stewardship::Restoration& restoration) {
    documents::Document document{"peergroup.restoration/1", "", {}, {}, {}};
    const auto add = [&](std::string_view key, const std::string& path) {
        document.facts.push_back(fact(call.language, key, Cell::text(path)));
    };
    add("store", store_path(call));
    add("copy", copy.store);
    add("copy_of_keys", copy.keys);
    add("old_store", restoration.kept.store);
    add("old_keys", restoration.kept.keys);
    return document;
}

ExitCode run(const Options& options, const Call& call) {
    const store::StoreUrl url{store_path(call)};
    const store::StorePair copy = stewardship::find_copy(paths_of(options), keys_folder(call));
    stewardship::examine_copy(url, copy);
    confirm(call, language::say(call.language, "restore.confirm", {{"copy", copy.store}, {"store", url.path}}));
    const auto restoration = stewardship::restore(url, journal_of(call), copy, call.surroundings.clock(), patience);
    documents::Document document = document_of(call, copy, restoration);
    tell_beside(call, document, {language::say(call.language, "restore.delete-old")});
    show(call, document);
    suggest(call, "peergroup db check");
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("COPY", "a copy of the store, or a folder: the newest in it", options.copy)
        .operand("[KEYS]", "the copy of the person keys, or its folder; without it, it is looked for", options.keys)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command db_restore() {
    return {"db restore", "puts a copy in the store's place, after reading it wholly",
            "peergroup db restore /media/backups /media/key-backups --yes", declare,
            Access::roles(Scope::workspace, {}).without_store()};
}

} // namespace peergroup::cli
