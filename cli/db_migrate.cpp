#include "cli/backup_flags.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "stewardship/migration.hpp"

namespace peergroup::cli {

namespace {

ExitCode run(const BackupFlags& flags, const Call& call) {
    const std::string store = require_store(call);
    const auto migration = stewardship::migrate({store}, journal_of(call), backup_plan(call, flags), patience);
    documents::Document document{"peergroup.migration/1",
                                 "",
                                 {fact(call.language, "from_schema", documents::Cell::of(migration.from)),
                                  fact(call.language, "to_schema", documents::Cell::of(migration.to))},
                                 {backup_table(call, migration.backup)},
                                 {}};
    if (!migration.backup) {
        if (is_for_people(format_of(call))) document.tables.clear();
        tell_beside(call, document, {language::say(call.language, "migrate.newest")});
    }
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& flags = verb.keep<BackupFlags>();
    declare_backup_flags(verb, flags);
    verb.runs([&flags](Call& call) { return run(flags, call); });
}

} // namespace

Command db_migrate() {
    return {"db migrate", "brings the store up to date for this program, after a backup", "peergroup db migrate", declare,
            Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
