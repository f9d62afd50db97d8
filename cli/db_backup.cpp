#include "cli/backup_flags.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::string folder;
    BackupFlags backup;
};

ExitCode run(const Options& options, const Call& call) {
    BackupFlags flags = options.backup;
    if (!options.folder.empty() && !flags.to.empty())
        throw Problem(ProblemKind::usage, "flag-repeated", "the folder is named twice", "--to", "leave one of them out");
    if (flags.to.empty()) flags.to = options.folder;
    const std::string store = require_store(call);
    const stewardship::Backup backup = stewardship::back_up({store}, journal_of(call), backup_plan(call, flags), patience);
    documents::Document document{"peergroup.backup/1", "", {}, {backup_table(call, backup)}, {}};
    tell_beside(call, document, {language::say(call.language, "backup.apart")});
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[FOLDER]", "the same as --to", options.folder);
    declare_backup_flags(verb, options.backup);
    verb.runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command db_backup() {
    return {"db backup", "copies the store and the person keys while others work",
            "peergroup db backup /media/backups --keys-to /media/key-backups", declare,
            Access::roles(Scope::workspace, {vault::Role::reminder_job})};
}

} // namespace peergroup::cli
