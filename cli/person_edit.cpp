#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/person_document.hpp"
#include "cli/person_form.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"
#include "people/person_details.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<people::PersonCode> person;
    std::string from;
};

documents::SheetRow only_row_of(documents::Sheet& sheet) {
    documents::SheetRow row;
    documents::SheetRow another;
    if (!sheet.next(row)) throw Problem(ProblemKind::file, "file-empty", "holds no row", sheet.name());
    if (row.fault) throw Problem(ProblemKind::file, row.fault->code, row.fault->message, sheet.where(*row.fault));
    if (sheet.next(another))
        throw Problem(ProblemKind::file, "too-many-rows", "one row is expected, that of the person", sheet.where(another.place));
    return row;
}

people::PersonDetails read_details(documents::Sheet& sheet, const people::IdentityCode::Policy& policy) {
    const documents::SheetRow row = only_row_of(sheet);
    people::PersonDetails details;
    if (const auto fault = people::PersonDetailsReader(sheet, policy).read(row, details))
        throw Problem(ProblemKind::file, fault->code, fault->column + ": " + fault->message,
                      sheet.where(row, sheet.index_of(fault->column).value_or(0)));
    return details;
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    std::string region;
    {
        store::Transaction transaction = database.read();
        region = people::show_person(transaction, *keys_of(call), *options.person, actor_of(call)).person.region;
    }
    documents::Sheet sheet = documents::Sheet::open(person_source(call, options.from), people::person_columns());
    const people::PersonDetails details = read_details(sheet, {.today = today_in(call, catalogue.region(region))});
    people::edit_person(database, journal_of(call), *options.person, details);
    show_person(call, database, *options.person);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code", options.person)
        .flag("--from FILE", "one row of what is to be different; blanks stay; - for standard input; at a terminal a form asks",
              options.from)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command person_edit() {
    return {"person edit", "writes what is told of a person over what is stored",
            "peergroup person edit P-0001 --from person.csv", declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
