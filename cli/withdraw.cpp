#include "sessions/withdraw.hpp"

#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/membership_document.hpp"
#include "cli/offer_document.hpp"
#include "cli/output.hpp"
#include "cli/referral_form.hpp"
#include "cli/wording.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::string target;
    std::string region;
    std::vector<people::PersonCode> people;
    std::string file;
    BatchFlags batch;
};

/// What was asked and what came of it.
struct Withdrawing {
    const sessions::Withdrawal& asked;
    const sessions::Withdrawn& withdrawn;
};

documents::Table ways_table(Language language, const Withdrawing& withdrawing) {
    documents::Table table{"referrals", "", {id_column(language, "person")}, {}};
    for (const char* const key : {"target", "state", "last_day", "reason"})
        table.columns.push_back(column(language, key));
    for (const referrals::Referral& way : withdrawing.withdrawn.ways)
        table.rows.push_back(
            {{documents::Cell::text(code_of_person(way.person)), documents::Cell::text(withdrawing.asked.target.text()),
              coded(language, "referral", referrals::code_of(way.state)), day(language, withdrawing.asked.last_day),
              coded(language, "leaving", way.reason)}});
    return table;
}

ExitCode run_sheet(const Options& options, const Call& call) {
    const batches::Manner manner = manner_of(call, options.batch);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, options.region));
    documents::Sheet sheet = open_sheet(call, options.file, sessions::withdrawal_columns());
    tell(call, sheet.name() + ": " + sheet.assumption());
    store::Database database = open_store(call);
    sessions::WithdrawnRows withdrawn = sessions::withdraw_rows(
        database, catalogue, journal_of(call), manner,
        {.sheet = sheet, .last_day = effective_day(call, region), .reason = call.flags.reason, .today = today_in(call, region)});
    return tell_batch(
        call, options.batch,
        {sheet,
         withdrawn.result,
         {batches::RowStatus::withdrawn, batches::RowStatus::unchanged},
         code_of_person,
         {settled_table(call.language, database, withdrawn.settled), alone_table(call.language, database, withdrawn.alone)}});
}

ExitCode run(const Options& options, const Call& call) {
    if (options.file.empty() ? options.people.empty() : !options.target.empty())
        throw Problem(ProblemKind::usage, "withdraw-whom", "either a target and people, or a file is needed",
                      "peergroup withdraw", "peergroup withdraw TARGET PERSON..., or peergroup withdraw --batch FILE");
    if (!options.file.empty()) return run_sheet(options, call);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, options.region));
    store::Database database = open_store(call);
    const sessions::Withdrawal withdrawal{.target = read_target(call, catalogue, {options.target, options.region}),
                                          .people = options.people,
                                          .last_day = effective_day(call, region),
                                          .reason = call.flags.reason,
                                          .today = today_in(call, region)};
    const sessions::Withdrawn withdrawn = sessions::withdraw(database, catalogue, journal_of(call), withdrawal);
    documents::Document document{"peergroup.withdrawal/1", "", {}, {}, {}};
    const bool for_people = is_for_people(format_of(call));
    if (!for_people || !withdrawn.ended.empty())
        document.tables.push_back(ended_table(call.language, withdrawal.target.text(), withdrawn.ended));
    if (!for_people || !withdrawn.ways.empty()) document.tables.push_back(ways_table(call.language, {withdrawal, withdrawn}));
    if (!withdrawn.settled.empty() || !for_people)
        document.tables.push_back(settled_table(call.language, database, withdrawn.settled));
    if (!withdrawn.alone.empty() || !is_for_people(format_of(call)))
        document.tables.push_back(alone_table(call.language, database, withdrawn.alone));
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[TARGET]", "a group, the code of a pair, or the type that people were referred to", options.target)
        .operand("[PERSON...]", "people by their codes; --on says their last day, --reason why they leave", options.people)
        .flag("--region REGION", "of a type", options.region)
        .flag("--batch FILE", "a sheet of who leaves which group, CSV or JSON Lines; - for standard input", options.file);
    declare_batch_flags(verb, options.batch);
    verb.runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command withdraw() {
    return {"withdraw", "ends memberships, takes people off the waiting list, or ends their referrals",
            "peergroup withdraw MLL-KAI-2026-01 P-0002 --on 2026-10-01 --reason moved_away", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
