#include "sessions/transfer.hpp"

#include "admission/eligibility.hpp"
#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/membership_document.hpp"
#include "cli/offer_document.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "groups/group_register.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::optional<groups::GroupCode> from;
    std::optional<groups::GroupCode> to;
    std::vector<people::PersonCode> people;
    std::string override_code;
    std::string file;
    BatchFlags batch;
};

documents::Table begun_table(Language language, store::Database& database,
                             const std::vector<admission::Membership>& memberships) {
    documents::Table table{"begun", "", {id_column(language, "person")}, {}};
    for (const char* const key : {"group", "state", "first_day"})
        table.columns.push_back(column(language, key));
    store::Transaction transaction = database.read();
    groups::GroupRegister groups(transaction);
    for (const admission::Membership& membership : memberships)
        table.rows.push_back(
            {{Cell::text(code_of_person(membership.person)), Cell::text(groups.find(membership.group).value().code.text()),
              coded(language, "membership", admission::code_of(membership.state)), day(language, membership.from_on)}});
    return table;
}

ExitCode run_sheet(const Options& options, const Call& call) {
    const batches::Manner manner = manner_of(call, options.batch);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, ""));
    documents::Sheet sheet = open_sheet(call, options.file, sessions::transfer_columns());
    tell(call, sheet.name() + ": " + sheet.assumption());
    store::Database database = open_store(call);
    sessions::TransferredRows transferred = sessions::transfer_rows(database, catalogue, journal_of(call), manner,
                                                                    {.sheet = sheet,
                                                                     .on = effective_day(call, region),
                                                                     .reason = call.flags.reason,
                                                                     .today = today_in(call, region),
                                                                     .override_code = options.override_code});
    return tell_batch(
        call, options.batch,
        {sheet,
         transferred.result,
         {batches::RowStatus::transferred, batches::RowStatus::unchanged},
         code_of_person,
         {settled_table(call.language, database, transferred.settled), alone_table(call.language, database, transferred.alone)}});
}

ExitCode run(const Options& options, const Call& call) {
    if (options.file.empty() ? options.people.empty() : options.from.has_value())
        throw Problem(ProblemKind::usage, "transfer-whom", "either two groups and people, or a file is needed",
                      "peergroup transfer", "peergroup transfer FROM TO PERSON..., or peergroup transfer --batch FILE");
    if (!options.override_code.empty() && call.flags.reason.empty())
        throw Problem(ProblemKind::usage, "flag-missing", "--reason is missing", "peergroup transfer --override",
                      "say with --reason CODE why it does not count this time");
    if (!options.file.empty()) return run_sheet(options, call);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, ""));
    store::Database database = open_store(call);
    const sessions::Transfer transfer{.from = *options.from,
                                      .to = *options.to,
                                      .people = options.people,
                                      .on = effective_day(call, region),
                                      .reason = call.flags.reason,
                                      .today = today_in(call, region),
                                      .override_code = options.override_code};
    const sessions::Transferred transferred = sessions::transfer(database, catalogue, journal_of(call), transfer);
    documents::Document document{"peergroup.transfer/1",
                                 "",
                                 {},
                                 {ended_table(call.language, options.from->text(), transferred.ended),
                                  begun_table(call.language, database, transferred.begun)},
                                 {}};
    if (!transferred.settled.empty() || !is_for_people(format_of(call)))
        document.tables.push_back(settled_table(call.language, database, transferred.settled));
    if (!transferred.alone.empty() || !is_for_people(format_of(call)))
        document.tables.push_back(alone_table(call.language, database, transferred.alone));
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[FROM]", "the group that they leave, or the code of a pair", options.from)
        .operand("[TO]", "the group that they come into, or the code of a pair", options.to)
        .operand("[PERSON...]", "people by their codes; --on says their first day there", options.people)
        .flag("--batch FILE", "a sheet of who goes into which group, CSV or JSON Lines; - for standard input", options.file)
        .choice("--override CODE", "move people despite such a refusal; --reason says why", admission::overridable_reasons(),
                options.override_code);
    declare_batch_flags(verb, options.batch);
    verb.runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command transfer() {
    return {"transfer", "moves people into another group, in one step",
            "peergroup transfer MLL-KAI-2026-01 MLL-KAI-2026-02 P-0002 --on 2026-10-01 --reason circumstances", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
