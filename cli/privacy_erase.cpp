#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/privacy_document.hpp"
#include "cli/privacy_of_facilitators.hpp"
#include "cli/wording.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

struct Options {
    std::string subject;
};

// People and facilitators alike; whether they are erased, and what comes of it.
ExitCode tell(const Call& call, documents::Document document, const std::string& subject, stewardship::Keeping keeping) {
    if (is_for_people(format_of(call))) {
        if (document.facts.back().value.is_empty()) document.facts.pop_back(); // until when
        drop_blank_columns(document.tables.front());
    }
    show(call, document);
    if (keeping == stewardship::Keeping::erase || call.flags.dry_run) return ExitCode::done;
    const bool held = keeping == stewardship::Keeping::hold;
    throw Problem(
        ProblemKind::refused, held ? "erasure-on-hold" : "erasure-not-due",
        fmt::format("{} is not erased: {}", subject,
                    held ? "something that decides about it is not known or not settled" : "what is kept has to stay for now"),
        "", "the reasons are in the table; nothing was changed");
}

ExitCode run_facilitator(facilitators::FacilitatorCode code, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const calendar::Date today = today_in(call, catalogue.region(region_or_default(call, "")));
    if (!call.flags.dry_run) confirm(call, language::say(call.language, "privacy.confirm-erase", {{"person", code.text()}}));
    const stewardship::FacilitatorDecision decision = stewardship::erase_facilitator(database, catalogue, journal_of(call),
                                                                                     {.facilitator = code,
                                                                                      .today = today,
                                                                                      .workspace = call.workspace.folder(),
                                                                                      .requested = true,
                                                                                      .rehearsed = call.flags.dry_run});
    documents::Document document = document_of(call.language, decision);
    if (decision.keeping() == stewardship::Keeping::erase && !call.flags.dry_run)
        tell_beside(call, document, {language::say(call.language, "privacy.erased-facilitator")});
    return tell(call, std::move(document), code.text(), decision.keeping());
}

ExitCode run(const Options& options, const Call& call) {
    if (const auto facilitator = facilitators::FacilitatorCode::parse(options.subject))
        return run_facilitator(*facilitator, call);
    std::optional<people::PersonCode> person;
    read_value("PERSON", options.subject, person);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const calendar::Date today = today_in(call, catalogue.region(region_or_default(call, "")));
    if (!call.flags.dry_run) confirm(call, language::say(call.language, "privacy.confirm-erase", {{"person", person->text()}}));
    const stewardship::ErasureDecision decision = stewardship::erase_person(database, catalogue, journal_of(call),
                                                                            {.person = *person,
                                                                             .question = {.today = today, .requested = true},
                                                                             .workspace = call.workspace.folder(),
                                                                             .rehearsed = call.flags.dry_run});
    documents::Document document = document_of(call.language, decision);
    const bool erases = decision.keeping() == stewardship::Keeping::erase;
    if (erases && !call.flags.dry_run) {
        const auto days = catalogue.organisation().policy.key_copy_days;
        tell_beside(call, document,
                    {days ? language::say(call.language, "privacy.erased", {{"count", std::to_string(*days)}})
                          : language::say(call.language, "privacy.erased-not-in-copies")});
    }
    return tell(call, std::move(document), person->text(), decision.keeping());
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("PERSON", "by code, or the code of a facilitator", options.subject)
        .can_be_rehearsed()
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command privacy_erase() {
    return {"privacy erase", "erases a person, or a facilitator, for good, where nothing orders the records to be kept",
            "peergroup privacy erase P-0001 --dry-run", declare, Access::roles(Scope::region, {})};
}

} // namespace peergroup::cli
