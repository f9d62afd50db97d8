#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "groups/group_register.hpp"
#include "language/messages.hpp"
#include "reports/weekly.hpp"
#include "reports/weekly_document.hpp"
#include "vault/journal_check.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<calendar::IsoWeek> week;
    std::optional<calendar::Instant> as_of;
    std::vector<std::string> regions;
    std::string type;
    std::optional<groups::GroupCode> group;
};

struct Answer {
    reports::GroupWeeks groups;
    std::string journal_head;
};

Answer ask(const Options& options, const Call& call, const reports::WeeklyQuestion& question) {
    store::Database database = open_store(call);
    store::Transaction transaction = database.read();
    if (options.group) groups::GroupRegister(transaction).require(*options.group, actor_of(call));
    const auto head = options.as_of ? vault::JournalHead::of_changes_at(transaction, options.as_of->text())
                                    : vault::JournalHead::of(transaction, vault::JournalHead::Kind::changes);
    return {reports::weekly_figures(transaction, question, actor_of(call)), head.text()};
}

documents::Document document_of(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    for (const std::string& region : options.regions)
        catalogue.region(region);
    if (!options.type.empty()) catalogue.type(options.type);
    const calendar::Date today = today_in(call, catalogue.region(region_or_default(call, "")));
    reports::WeeklyQuestion question{.week = options.week.value_or(calendar::IsoWeek::of(today).previous()),
                                     .as_of = options.as_of,
                                     .regions = options.regions,
                                     .type = options.type};
    if (options.group) question.group = options.group->text();
    Answer answer = ask(options, call, question);
    documents::Document document = reports::weekly_document(std::move(answer.groups), question, catalogue, call.language);
    document.facts.push_back(
        {"journal", language::say(call.language, "report.weekly.journal"), documents::Cell::text(answer.journal_head)});
    return document;
}

ExitCode run(const Options& options, const Call& call) {
    show(call, document_of(options, call)); // the store has been left, however slowly somebody reads
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--week WEEK", "an ISO week, 2026-W05; the last complete one when left out", options.week)
        .flag("--as-of INSTANT", "what was known then", options.as_of)
        .flag("--region REGION", "only these regions", options.regions)
        .flag("--type TYPE", "only groups of this type", options.type)
        .flag("--group GROUP", "only this group, or this pair", options.group)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command report_weekly() {
    return {"report weekly", "shows a week by group, type and region", "peergroup report weekly --week 2026-W37 --lang fi",
            declare, Access::roles(Scope::region, {vault::Role::coordinator, vault::Role::reminder_job})};
}

} // namespace peergroup::cli
