#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"

namespace peergroup::cli {

namespace {

using documents::Cell;

Cell let_go(Language language, const std::optional<catalogue::LetGo>& policy) {
    if (!policy) return Cell::empty();
    return coded(language, "let-go", *policy == catalogue::LetGo::leaves ? "leaves" : "keeps");
}

Cell after_cancelled(Language language, const std::optional<catalogue::AfterCancelled>& after) {
    if (!after) return Cell::empty();
    return coded(language, "after-cancelled", *after == catalogue::AfterCancelled::append ? "append" : "merge");
}

ExitCode run(const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const catalogue::Organisation& organisation = catalogue.organisation();
    const catalogue::Policy& policy = organisation.policy;
    const Language language = call.language;
    documents::Document document{"peergroup.config/1", "", {}, {}, {}};
    const auto add = [&](std::string_view key, Cell value) { document.facts.push_back(fact(language, key, std::move(value))); };
    add("organisation", Cell::text(organisation.names.in(language)));
    add("workspace", call.workspace.exists() ? Cell::text(call.workspace.folder().string()) : Cell::empty());
    add("catalogue", Cell::text(catalogue.folder().string()));
    add("digest", Cell::text(catalogue.digest()));
    add("region", call.workspace.exists() ? Cell::text(call.workspace.settings().region) : Cell::empty());
    add("controller", Cell::text(organisation.controller));
    add("collation", Cell::text(organisation.collation));
    add("late_entry_until", number(policy.late_entry_until));
    add("offer_days", number(policy.offer_days));
    add("declined_offer", let_go(language, policy.declined_offer));
    add("expired_offer", let_go(language, policy.expired_offer));
    add("completion_min", number(policy.completion_min));
    add("completion_of", number(policy.completion_of));
    add("consecutive_absences", number(policy.consecutive_absences));
    add("after_cancelled", after_cancelled(language, policy.after_cancelled));
    add("suppression_client", number(policy.suppression_client));
    add("suppression_ngo", number(policy.suppression_ngo));
    add("operational_copy_days", number(policy.operational_copy_days));
    add("key_copy_days", number(policy.key_copy_days));
    add("skip_holidays", yes_or_no(language, policy.skip_holidays));
    add("skip_unofficial_holidays", yes_or_no(language, policy.skip_unofficial_holidays));
    add("skip_school_holidays", yes_or_no(language, policy.skip_school_holidays));
    if (is_for_people(format_of(call))) say_not_stated(document, language);
    show(call, document);
    return ExitCode::done;
}

void declare(Verb& verb) {
    verb.runs(run);
}

} // namespace

Command config_show() {
    return {"config show", "shows which catalogue is used, and the organisation's policy", "peergroup config show", declare,
            Access::open()};
}

} // namespace peergroup::cli
