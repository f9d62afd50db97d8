#include "admission/capacity.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/group_document.hpp"
#include "cli/offer_document.hpp"
#include "cli/output.hpp"
#include "groups/group_changes.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<groups::GroupCode> group;
    std::optional<std::string> venue;
    std::optional<std::string> language;
    std::string waiting_list;
    Whole<0, 120> age_min;
    Whole<0, 120> age_max;
    Whole<0, 10'000> capacity;
    bool unlimited = false;
};

// Seats decide about people, so this is a step of its own.
ExitCode change_capacity(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const catalogue::Region& region = catalogue.region(look_up_group(call, database, *options.group).region);
    const admission::ChangedCapacity changed = admission::change_capacity(database, catalogue, journal_of(call),
                                                                          {.group = *options.group,
                                                                           .capacity = options.capacity.value,
                                                                           .effective_on = effective_day(call, region),
                                                                           .today = today_in(call, region)});
    documents::Document document{"peergroup.group-changed/1", "", {}, {group_table(call.language, changed.groups)}, {}};
    if (!changed.settled.empty()) document.tables.push_back(settled_table(call.language, database, changed.settled));
    show(call, document);
    return ExitCode::done;
}

ExitCode run(const Options& options, const Call& call) {
    groups::GroupEdit edit{.code = *options.group,
                           .venue = options.venue,
                           .language = options.language,
                           .age_min = options.age_min.value,
                           .age_max = options.age_max.value};
    if (!options.waiting_list.empty()) edit.waiting_list = options.waiting_list == "yes";
    const bool edits = edit.venue || edit.language || edit.age_min || edit.age_max || edit.waiting_list;
    if (options.capacity.value || options.unlimited) {
        if (edits || (options.capacity.value && options.unlimited))
            throw Problem(ProblemKind::usage, "capacity-alone", "the number of seats is changed by itself", "--capacity",
                          "give the command twice");
        return change_capacity(options, call);
    }
    if (!edits)
        throw Problem(ProblemKind::usage, "nothing-to-change", "nothing is said that is to be different", "peergroup group edit",
                      "see `peergroup group edit --help`");
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    edit.today = effective_day(call, catalogue.region(look_up_group(call, database, *options.group).region));
    const groups::EditedGroups edited = groups::edit_group(database, catalogue, journal_of(call), edit);
    if (edited.meetings > 0)
        tell(call, language::say(call.language, edit.venue->empty() ? "group.meetings-without-venue" : "group.meetings-follow",
                                 {{"count", edited.meetings}, {"venue", *edit.venue}}));
    for (const std::string& notice : sentences_of(call.language, edited.notices, catalogue, edited.groups.front().region))
        tell(call, notice);
    show_groups(call, "peergroup.group-changed/1", edited.groups);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("GROUP", "the group, or the code of a pair", options.group)
        .flag("--venue VENUE", "where it meets from now on", options.venue)
        .flag("--language CODE", "of the group, such as fi", options.language)
        .flag("--age-min YEARS", "least age at the first meeting", options.age_min)
        .flag("--age-max YEARS", "greatest age at the first meeting", options.age_max)
        .flag("--capacity SEATS", "how many it takes from now on; seats that this frees go to those who wait", options.capacity)
        .flag("--unlimited", "it takes everybody", options.unlimited)
        .choice("--waiting-list ANSWER", "yes, or no: refuse whoever finds it full", {"yes", "no"}, options.waiting_list)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command group_edit() {
    return {"group edit", "changes what is stated of a group", "peergroup group edit VOI-KAI-2026-01 --venue kajaani-perhekeskus",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
