#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/reminder_call.hpp"
#include "cli/trusted_files.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "plan/policy_change.hpp"

#include <fmt/format.h>

#include <filesystem>

// `config plan` and `config apply`: one shows what a changed catalogue would mean, the other does it.
namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string folder;
};

catalogue::Catalogue open_sound(const Call& call, const std::string& folder) {
    require_trusted_catalogue(folder);
    catalogue::Catalogue next{std::filesystem::path(folder)};
    const std::vector<Problem> problems = next.check();
    if (problems.empty()) return next;
    for (const Problem& problem : problems)
        print_problem(call.surroundings.err, problem, !is_for_people(format_of(call)));
    throw Problem(ProblemKind::configuration, "config-invalid",
                  fmt::format("has {} {}", problems.size(), problems.size() == 1 ? "fault" : "faults"), folder,
                  "put them right and check again");
}

documents::Document document_of(Language language, const std::vector<plan::Consequence>& consequences) {
    documents::Table table{"consequences", "", {id_column(language, "group")}, {}};
    for (const char* const key : {"consequence", "person", "on", "detail"})
        table.columns.push_back(column(language, key));
    for (const plan::Consequence& one : consequences)
        table.rows.push_back(
            {{Cell::text(one.group), coded(language, "consequence", one.code),
              Cell::text(one.person ? one.person->text() : one.recipient), day(language, one.day), Cell::text(one.detail)}});
    return {"peergroup.config-plan/1",
            "",
            {fact(language, "consequence_count", Cell::of(static_cast<std::int64_t>(consequences.size())))},
            {std::move(table)},
            {}};
}

void show_consequences(const Call& call, const std::vector<plan::Consequence>& consequences) {
    documents::Document document = document_of(call.language, consequences);
    if (is_for_people(format_of(call)) && consequences.empty())
        document.tables.clear();
    else if (is_for_people(format_of(call)))
        drop_blank_columns(document.tables.front());
    show(call, document);
}

plan::CatalogueChange change_of(const Call& call, const catalogue::Catalogue& now, const catalogue::Catalogue& next) {
    return {now, next, today_in(call, now.region(region_or_default(call, ""))), instant_of(call), coordinators_of(call)};
}

std::vector<plan::Consequence> ask(const Call& call, store::Database& database, const plan::CatalogueChange& change) {
    store::Transaction transaction = database.read();
    return plan::consequences_of(transaction, change, journal_of(call));
}

ExitCode plan_change(const Options& options, const Call& call) {
    const catalogue::Catalogue now = open_catalogue(call);
    const catalogue::Catalogue next = open_sound(call, options.folder);
    store::Database database = open_store(call);
    show_consequences(call, ask(call, database, change_of(call, now, next)));
    return ExitCode::done;
}

ExitCode apply_change(const Options& options, const Call& call) {
    const catalogue::Catalogue now = open_catalogue(call);
    const std::filesystem::path folder = call.workspace.catalogue_folder();
    if (now.folder() != folder)
        throw Problem(ProblemKind::usage, "catalogue-elsewhere", "the catalogue in use is not the workspace's own",
                      now.folder().string(), "leave out --config and PEERGROUP_CONFIG");
    const catalogue::Catalogue next = open_sound(call, options.folder);
    store::Database database = open_store(call);
    const plan::CatalogueChange change = change_of(call, now, next);
    const std::vector<plan::Consequence> consequences = ask(call, database, change);
    if (next.digest() == now.digest()) {
        tell(call, language::say(call.language, "config.unchanged"));
        return ExitCode::done;
    }
    if (!consequences.empty())
        confirm(call, language::say(call.language, "config.confirm-apply", {{"count", std::to_string(consequences.size())}}));
    plan::apply_catalogue(database, change, journal_of(call), folder.string());
    show_consequences(call, consequences);
    return ExitCode::done;
}

void declare_plan(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("FOLDER", "the changed catalogue", options.folder).runs([&options](Call& call) {
        return plan_change(options, call);
    });
}

void declare_apply(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("FOLDER", "the changed catalogue", options.folder).runs([&options](Call& call) {
        return apply_change(options, call);
    });
}

} // namespace

Command config_plan() {
    return {"config plan", "says what a changed catalogue would decide otherwise, before it is in use",
            "peergroup config plan ./config-2027", declare_plan, Access::roles(Scope::region, {vault::Role::coordinator})};
}

Command config_apply() {
    return {"config apply", "puts a changed catalogue in use", "peergroup config apply ./config-2027 --yes", declare_apply,
            Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
