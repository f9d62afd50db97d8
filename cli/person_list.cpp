#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/collation.hpp"
#include "people/identity.hpp"
#include "people/people.hpp"

#include <algorithm>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::string region;
};

documents::Row row_of(Language language, const people::Person& person) {
    return {{Cell::text(person.code.text()), Cell::text(person.region), Cell::text(person.municipality),
             Cell::text(person.language), coded(language, "channel", person.channel),
             yes_or_no(language, person.non_disclosure)}};
}

documents::Table table_of(Language language, const std::vector<people::Person>& people) {
    documents::Table table{"people", "", {id_column(language, "person")}, {}};
    for (const char* const key : {"region", "municipality", "language", "channel", "non_disclosure"})
        table.columns.push_back(column(language, key));
    for (const people::Person& person : people)
        table.rows.push_back(row_of(language, person));
    return table;
}

// By name, the way the organisation sorts people, whatever the language of the screen.
void add_names(documents::Table& table, std::vector<people::RevealedPerson> revealed, const Call& call,
               const language::Collation& order) {
    for (const char* const key : {"family_name", "given_name", "birth_date"})
        table.columns.push_back(column(call.language, key));
    std::vector<std::pair<std::string, documents::Row>> named;
    for (std::size_t index = 0; index < revealed.size(); ++index) {
        const people::IdentityRecord& record = revealed[index].record;
        documents::Row row = std::move(table.rows[index]);
        for (Cell cell :
             {Cell::text(record.family_name), Cell::text(record.given_name), day(call.language, revealed[index].born_on)})
            row.cells.push_back(std::move(cell));
        named.emplace_back(order.sort_key(record.family_name + "\n" + record.given_name), std::move(row));
    }
    std::ranges::stable_sort(named, {}, &std::pair<std::string, documents::Row>::first);
    for (std::size_t index = 0; index < named.size(); ++index)
        table.rows[index] = std::move(named[index].second);
}

ExitCode run(const Options& options, const Call& call) {
    store::Database database = open_store(call);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    if (!options.region.empty()) catalogue.region(options.region);
    store::Transaction transaction = call.flags.identify ? database.write() : database.read();
    const std::vector<people::Person> people = people::list_people(transaction, {options.region}, actor_of(call));
    documents::Table table = table_of(call.language, people);
    if (call.flags.identify) {
        std::vector<people::PersonCode> codes;
        for (const people::Person& person : people)
            codes.push_back(person.code);
        const vault::Journal journal = journal_of(call);
        add_names(table, people::Identity(transaction, journal).reveal(codes), call,
                  language::Collation(catalogue.organisation().collation));
        transaction.commit();
    }
    show(call, {"peergroup.person-list/1", "", {}, {std::move(table)}, {}});
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.flag("--region REGION", "only those whom this region works with", options.region)
        .can_identify()
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_list() {
    return {"person list", "lists people by code", "peergroup person list --region kainuu", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
