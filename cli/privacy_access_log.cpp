#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/privacy_document.hpp"
#include "cli/wording.hpp"
#include "stewardship/access_log.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::optional<people::PersonCode> person;
    std::optional<calendar::Date> from;
    std::optional<calendar::Date> to;
    std::string special_reason;
    std::string recipient = "data-subject";
};

documents::Table table_of(Language language, const std::vector<stewardship::AccessLogLine>& lines) {
    documents::Table table{"entries", "", {}, {}};
    for (const char* const key : {"recorded_at", "actor", "role", "verb", "ground", "recipient"})
        table.columns.push_back(column(language, key));
    for (const stewardship::AccessLogLine& line : lines)
        table.rows.push_back({{Cell::text(line.recorded_at), Cell::text(line.actor), Cell::text(line.role), Cell::text(line.verb),
                               Cell::text(line.ground), coded(language, "recipient", line.recipient)}});
    return table;
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Region& region = catalogue.region(region_or_default(call, ""));
    store::Database database = open_store(call);
    store::Transaction transaction = database.write(); // looking into the record is on the record
    const auto lines = stewardship::read_access_log(transaction, journal_of(call, options.recipient),
                                                    {.person = *options.person,
                                                     .zone = zone_of(region),
                                                     .from = options.from,
                                                     .to = options.to,
                                                     .today = today_in(call, region),
                                                     .special_reason = options.special_reason});
    transaction.commit();
    show(call, {"peergroup.access-log/1",
                "",
                {fact(call.language, "person", Cell::text(options.person->text()))},
                {table_of(call.language, lines)},
                {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code", options.person)
        .flag("--from DAY", "the first day; two years back without it", options.from)
        .flag("--to DAY", "the last day; today without it", options.to)
        .flag("--special-reason CODE", "why older entries are given", options.special_reason)
        .choice("--recipient WHO", "to whom it is given; the person without it", recipients(), options.recipient)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command privacy_access_log() {
    return {"privacy access-log", "lists who used what is kept of a person, to whom it was given and on what ground",
            "peergroup privacy access-log P-0001 --from 2026-01-01", declare, Access::roles(Scope::region, {})};
}

} // namespace peergroup::cli
