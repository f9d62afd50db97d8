#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/privacy_document.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<people::PersonCode> person;
    std::string recipient = "data-subject";
    bool portable = false;
};

// The person's own copy is whole; to anybody else nothing says where somebody under a non-disclosure order is.
ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    store::Transaction transaction = database.write();
    stewardship::PersonFile file =
        stewardship::read_person_file(transaction, journal_of(call, options.recipient), *options.person);
    if (options.portable) stewardship::require_portable(file, catalogue);
    transaction.commit();
    if (options.recipient != recipients().front()) stewardship::hide_place(file);
    documents::Document document = document_of(call.language, file);
    if (is_for_people(format_of(call))) {
        std::erase_if(document.tables, [](const documents::Table& table) { return table.rows.empty(); });
        say_not_stated(document, call.language);
    }
    tell_beside(call, document, {language::say(call.language, "privacy.third-persons")});
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code", options.person)
        .choice("--recipient WHO",
                "to whom it is given: data-subject, guardian, controller, authority or court; the person without it",
                recipients(), options.recipient)
        .flag("--portable", "to take it elsewhere; refused for client registers", options.portable)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command privacy_export() {
    return {"privacy export", "gives out everything that is kept of a person, without third persons",
            "peergroup privacy export P-0001 --reason access-request -f json -o P-0001.json", declare,
            Access::roles(Scope::region, {})};
}

} // namespace peergroup::cli
