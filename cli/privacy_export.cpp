#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/privacy_document.hpp"
#include "cli/privacy_of_facilitators.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::string subject;
    std::string recipient = "data-subject";
    bool portable = false;
};

ExitCode run_facilitator(facilitators::FacilitatorCode code, const Options& options, const Call& call) {
    if (options.portable)
        throw Problem(ProblemKind::refused, "not-portable", "nothing says on what basis the data of facilitators is kept",
                      "--portable", "without --portable the facilitator gets a copy of the same data");
    store::Database database = open_store(call);
    store::Transaction transaction = database.write();
    const stewardship::FacilitatorFile file =
        stewardship::read_facilitator_file(transaction, journal_of(call, options.recipient), code);
    transaction.commit();
    documents::Document document = document_of(call.language, file);
    if (is_for_people(format_of(call))) {
        std::erase_if(document.tables, [](const documents::Table& table) { return table.rows.empty(); });
        say_not_stated(document, call.language);
    }
    show(call, document);
    return ExitCode::done;
}

// The person's own copy is whole; to anybody else nothing says where somebody under a non-disclosure order is.
ExitCode run(const Options& options, const Call& call) {
    if (const auto facilitator = facilitators::FacilitatorCode::parse(options.subject))
        return run_facilitator(*facilitator, options, call);
    std::optional<people::PersonCode> person;
    read_value("PERSON", options.subject, person);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    store::Transaction transaction = database.write();
    stewardship::PersonFile file = stewardship::read_person_file(transaction, journal_of(call, options.recipient), *person);
    if (options.portable) stewardship::require_portable(file, catalogue);
    transaction.commit();
    if (options.recipient != recipients().front()) {
        stewardship::hide_place(file);
        file.facilitators.clear(); // for guards alone, by the person's choice
    }
    documents::Document document = document_of(call.language, file);
    if (is_for_people(format_of(call))) {
        std::erase_if(document.tables, [](const documents::Table& table) { return table.rows.empty(); });
        for (const std::string_view key : {"merged_references", "merged", "facilitators"}) // of few people there is any
            std::erase_if(document.facts, [&](const documents::Fact& fact) { return fact.key == key && fact.value.is_empty(); });
        say_not_stated(document, call.language);
    }
    tell_beside(call, document, {language::say(call.language, "privacy.third-persons")});
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code, or the code of a facilitator", options.subject)
        .choice("--recipient WHO",
                "to whom it is given: data-subject, guardian, controller, authority or court; the person without it",
                recipients(), options.recipient)
        .flag("--portable", "to take it elsewhere; refused for client registers", options.portable)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command privacy_export() {
    return {"privacy export", "gives out everything that is kept of a person or a facilitator, without third persons",
            "peergroup privacy export P-0001 --reason access-request -f json -o P-0001.json", declare,
            Access::roles(Scope::region, {})};
}

} // namespace peergroup::cli
