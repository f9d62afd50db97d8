#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/day_list.hpp"
#include "cli/group_document.hpp"
#include "cli/interval.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "groups/create_group.hpp"
#include "language/messages.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    groups::GroupWish wish;
    std::string openness;
    std::string dates;
    Interval every;
    Whole<1, 1000> count;
    Whole<0, 100000> capacity;
    Whole<0, 120> age_min;
    Whole<0, 120> age_max;
    Whole<1, 1440> duration;
    bool no_waiting_list = false;
};

// The region of the venue, else the workspace's own, which also tells best what is wrong with a mistyped venue.
std::string region_of(const Options& options, const Call& call, const catalogue::Catalogue& catalogue) {
    const groups::GroupWish& wish = options.wish;
    if (!wish.region.empty()) return wish.region;
    const std::string own = region_or_default(call, "");
    if (wish.venue.empty() || catalogue.region(own).venue(wish.venue) != nullptr) return own;
    for (const std::string& id : catalogue.region_ids())
        if (catalogue.region(id).venue(wish.venue) != nullptr) return id;
    return own;
}

groups::GroupWish wish_of(const Options& options, const Call& call, const catalogue::Catalogue& catalogue) {
    groups::GroupWish wish = options.wish;
    wish.region = region_of(options, call, catalogue);
    if (options.openness == "open") wish.openness = catalogue::Openness::open;
    if (options.openness == "closed") wish.openness = catalogue::Openness::closed;
    if (!options.dates.empty()) wish.meetings.dates = read_days(call, options.dates);
    wish.meetings.interval_days = options.every.days;
    wish.meetings.count = options.count.value;
    wish.capacity = options.capacity.value;
    wish.age_min = options.age_min.value;
    wish.age_max = options.age_max.value;
    wish.duration_minutes = options.duration.value;
    wish.waiting_list = !options.no_waiting_list;
    wish.today = effective_day(call, catalogue.region(wish.region));
    return wish;
}

documents::Table meeting_table(Language language, const groups::CreatedGroup& created, const groups::GroupWish& wish) {
    documents::Table table{"sessions", "", {number_column(language, "session")}, {}};
    for (const char* const key : {"starts_on", "weekday", "starts_at"})
        table.columns.push_back(column(language, key));
    int ordinal = 0;
    for (const calendar::Date date : created.dates) {
        table.rows.push_back(
            {{number(++ordinal), day(language, date), weekday_of(language, date), time_of_day(language, wish.time)}});
    }
    return table;
}

void show_created(const Call& call, const groups::CreatedGroup& created, const groups::GroupWish& wish,
                  const std::vector<std::string>& notices) {
    const Language language = call.language;
    const auto format = format_of(call);
    documents::Document document{"peergroup.group-created/1", "", {}, {meeting_table(language, created, wish)}, {}};
    const auto add = [&](std::string_view key, Cell value) { document.facts.push_back(fact(language, key, std::move(value))); };
    Cell::List sides;
    for (const groups::Group& group : created.groups)
        if (!group.side.empty()) sides.push_back(group.code.text());
    add("group", Cell::text(created.code));
    add("sides", codes(std::move(sides)));
    add("region", Cell::text(wish.region));
    add("already_there", yes_or_no(language, created.already_there));
    if (is_for_people(format)) {
        document.facts.pop_back(); // a message says it
        std::erase_if(document.facts, [](const documents::Fact& fact) { return fact.value.is_empty(); });
        if (created.dates.empty()) document.tables.clear();
    }
    if (format == documents::Format::ids || format == documents::Format::count)
        document.tables = {code_table(language, created.code)};
    tell_beside(call, document, notices);
    show(call, document);
}

ExitCode run(const Options& options, const Call& call) {
    const catalogue::Catalogue catalogue = open_catalogue(call);
    store::Database database = open_store(call);
    const groups::GroupWish wish = wish_of(options, call, catalogue);
    const groups::CreatedGroup created = groups::create_group(database, catalogue, journal_of(call), wish);
    if (created.already_there) tell(call, language::say(call.language, "group.already-there", {{"group", created.code}}));
    show_created(call, created, wish, sentences_of(call.language, created.notices, catalogue, wish.region));
    suggest(call, fmt::format("peergroup enrol {} PERSON...", created.code));
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    groups::GroupWish& wish = options.wish;
    verb.operand("TYPE", "of the group; see `peergroup type list`", wish.type)
        .flag("--region REGION", "that arranges it; else the venue's, else the workspace's", wish.region)
        .flag("--venue VENUE", "where it meets; see `peergroup region show`", wish.venue)
        .flag("--municipality ID", "the venue's when left out", wish.municipality)
        .flag("--variant VARIANT", "for a type that has some; see `peergroup type show`", wish.variant)
        .flag("--start DATE", "of the first meeting", wish.meetings.start)
        .flag("--time TIME", "of the meetings, such as 17:00", wish.time)
        .flag("--every INTERVAL", "between meetings: 2w, 10d or weekly", options.every)
        .flag("--count NUMBER", "of meetings", options.count)
        .flag("--dates FILE", "days of the meetings, one a line, in place of a series", options.dates)
        .flag("--skip-week WEEK", "without a meeting, such as 2026-W08", wish.meetings.skip_weeks)
        .flag("--duration MINUTES", "of a meeting", options.duration)
        .flag("--capacity NUMBER", "how many it takes", options.capacity)
        .flag("--no-waiting-list", "refuse whoever finds it full", options.no_waiting_list)
        .flag("--age-min YEARS", "least age at the first meeting", options.age_min)
        .flag("--age-max YEARS", "greatest age at the first meeting", options.age_max)
        .choice("--openness WORD", "open or closed, for a type that leaves it to the group", {"open", "closed"}, options.openness)
        .flag("--language CODE", "of the group, such as fi", wish.language)
        .flag("--code CODE", "in place of the next number, so that a script can run twice", wish.code)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command group_create() {
    return {"group create", "creates a group with its meetings; intake is open",
            "peergroup group create mll-peer --venue kajaani-perhekeskus --start 2026-09-07 --time 17:00 --every 2w --count 8",
            declare, Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
